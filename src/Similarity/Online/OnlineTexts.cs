using System.Collections.Concurrent;

namespace Similarity;

/// <summary>
/// The texts of a stream, and which of them are close to each other. A text has the number of its arrival, also when others leave.
/// </summary>
/// <remarks>
/// Over others as a layer they hold what is added, measured as if it were added there. Not thread-safe; layers over one may be used at the same time
/// while that does not change.
/// </remarks>
internal sealed class OnlineTexts
{
    /// <summary>When this part of all texts has left, or come, those that are there become the surroundings anew.</summary>
    private const int PartLeft = 4;

    /// <inheritdoc cref="PartLeft"/>
    private const int PartCome = 10;

    /// <summary>Fewer are not worth it.</summary>
    private const int LeastChanged = 16;

    /// <summary>Fewer texts are measured sooner than threads are there.</summary>
    private const int LeastOnThreads = 8;

    private readonly StoryOptions _options;
    private readonly OnlineTexts? _under;
    private readonly GrowingTermVectors _vectors;
    private readonly LayeredList<StoryText> _texts;
    private readonly LayeredList<float> _levels;
    /// <summary>What is close to a text; <see langword="null"/> where nothing is. Texts that have left stay here for a while.</summary>
    private readonly LayeredList<List<(int Text, float Closeness)>?> _close;
    private readonly LayeredList<bool> _isSearched;
    /// <summary>What is close to each of the texts that are not shown yet.</summary>
    private readonly List<StoryEdge[]> _found = [];
    private readonly LayeredPostings? _layer;
    private readonly ConcurrentBag<TextFinder> _finders = [];
    private GrowingPostings _postings;
    private Neighbourhood _neighbourhood;
    /// <summary>How many of the last texts are not shown yet.</summary>
    private int _hidden;
    /// <summary>How many texts have left since the neighbourhood was made, and how many have come.</summary>
    private int _left;
    private int _come;

    /// <summary>No texts.</summary>
    public OnlineTexts(StoryOptions options)
    {
        _options = options;
        (_vectors, _texts, _levels, _close, _isSearched) = (new(), new(), new(), new(), new());
        _postings = new GrowingPostings(CandidateSearcher.MostTerms);
        _neighbourhood = new Neighbourhood(_vectors);
        Measure = new StoryMeasure(_vectors, _levels, _texts, options);
    }

    /// <summary>A layer over others; good until these are arranged or numbered anew.</summary>
    public OnlineTexts(OnlineTexts under)
    {
        (_options, _under, _postings, _neighbourhood) = (under._options, under, under._postings, under._neighbourhood);
        (_vectors, _texts, _levels, _close, _isSearched) = (new(under._vectors), new(under._texts), new(under._levels), new(under._close), new(under._isSearched));
        _layer = new LayeredPostings(under._postings);
        Measure = new StoryMeasure(_vectors, _levels, _texts, _options);
    }

    /// <summary>The number after that of the last text.</summary>
    public int Count => _texts.Count - _hidden;

    /// <summary>The number after that of the last text group.</summary>
    public int Groups { get; set; }

    /// <summary>How close two texts are.</summary>
    public StoryMeasure Measure { get; }

    /// <summary>The texts close to one, from the floor on.</summary>
    public IEnumerable<(int Text, float Closeness)> CloseTo(int text)
    {
        if (!_isSearched[text]) Search(text);
        return _close[text]?.Where(close => Has(close.Text)) ?? [];
    }

    /// <summary>The terms of a text, as they were read, and its level.</summary>
    public (byte Language, uint[] Terms, ushort[] Counts, float Level) StateOf(int text)
    {
        var (language, terms, counts) = _vectors.StateOf(text);
        return (language, terms, counts, _levels[text]);
    }

    /// <summary>Takes the next text. It is there when it has been shown (<see cref="Show"/>).</summary>
    public void Add(in StoryText about, TextTerms terms)
    {
        var text = _texts.Count;
        _vectors.Add(terms.Language, terms.Terms, terms.Counts);
        AddRow(about);
        _levels.Add(0);
        if (_layer is null) _postings.Add(_vectors, text);
        else _layer.Add(_vectors, text);
        _hidden++;
        _come++;
    }

    /// <summary>Measures the texts that were added, each as if those after it were not there, and finds those close to it.</summary>
    public void MeasureAdded(ParallelOptions parallel)
    {
        var (first, neighbourhood) = (Count, (_under ?? this)._neighbourhood);
        if (_hidden < LeastOnThreads) parallel = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        var (levels, found) = (new float[_hidden], new StoryEdge[_hidden][]);
        ParallelLoop.Run(levels.Length, parallel, TakeFinder, (i, finder) => levels[i] = neighbourhood.LevelOf(_vectors, first + i, finder.Scratch), _finders.Add);
        for (var i = 0; i < levels.Length; i++) _levels[first + i] = levels[i];
        ParallelLoop.Run(found.Length, parallel, TakeFinder, (i, finder) => found[i] = finder.Find(first + i, end: first + i + 1), _finders.Add);
        _found.AddRange(found);
    }

    /// <summary>Shows the next of the texts that were added and measured.</summary>
    public void Show()
    {
        var text = Count;
        _isSearched[text] = true;
        foreach (var edge in _found[^_hidden]) Connect(edge);
        if (--_hidden == 0) _found.Clear();
    }

    /// <summary>Takes a text out.</summary>
    public void Remove(int text)
    {
        _postings.Remove(_vectors, text);
        _vectors.Remove(text);
        _close[text] = null;
        _left++;
    }

    /// <summary>
    /// Lets the memory of texts before a number go, which have left. When the texts have changed enough, those that are there become the surroundings of those that come.
    /// </summary>
    /// <param name="first">The number.</param>
    public void DropBefore(int first)
    {
        _vectors.DropBefore(first);
        _texts.DropBefore(first);
        _levels.DropBefore(first);
        _close.DropBefore(first);
        _isSearched.DropBefore(first);
        _postings.DropBefore(first);
        if (_left >= Math.Max(LeastChanged, _vectors.Present / PartLeft) || _come >= Math.Max(LeastChanged, _vectors.Present / PartCome)) Surround();
    }

    /// <summary>Forgets what a layer holds.</summary>
    public void Clear()
    {
        _vectors.Clear();
        _texts.Clear();
        _levels.Clear();
        _close.Clear();
        _isSearched.Clear();
        _layer!.Clear();
    }

    /// <summary>Takes texts whose level is known. Which are close to them is found when it is asked for.</summary>
    public void Restore(IEnumerable<(StoryText About, OnlineText Text)> texts)
    {
        foreach (var (about, text) in texts)
        {
            _vectors.AddUnweighed(text.Language, text.Terms, text.Counts);
            AddRow(about);
            _levels.Add(text.Level);
        }
        Reweigh();
    }

    /// <summary>The text group of a text, which gets one where it has none; −1 for no text.</summary>
    public int GroupWith(int text)
    {
        if (text < 0) return -1;
        if (_texts[text].Group < 0) SetGroup(text, Groups++);
        return _texts[text].Group;
    }

    /// <summary>Makes the text groups of two texts one.</summary>
    /// <param name="text">One.</param>
    /// <param name="second">The other.</param>
    /// <param name="all">All texts that are there.</param>
    public void Group(int text, int second, IEnumerable<int> all)
    {
        var (group, joined) = (GroupWith(text), _texts[second].Group);
        foreach (var i in all)
        {
            if (i == second || (joined >= 0 && _texts[i].Group == joined)) SetGroup(i, group);
        }
    }

    /// <summary>Some of the texts, in their order, with what was measured of them and numbers from 0 on.</summary>
    public OnlineTexts Only(IReadOnlyList<int> texts)
    {
        var only = new OnlineTexts(_options) { Groups = Groups };
        var numbers = texts.Index().ToDictionary(text => text.Item, text => text.Index);
        foreach (var text in texts)
        {
            var (language, terms, counts) = _vectors.StateOf(text);
            only._vectors.AddUnweighed(language, terms, counts);
            only.AddRow(_texts[text] with { Article = only.Count });
            only._levels.Add(_levels[text]);
            only._isSearched[only.Count - 1] = _isSearched[text];
            only._close[only.Count - 1] = _close[text]?.Where(close => numbers.ContainsKey(close.Text)).Select(close => (numbers[close.Text], close.Closeness)).ToList();
        }
        only.Reweigh();
        return only;
    }

    /// <summary>Weighs all texts with the frequencies of now, and makes them findable and the surroundings of those that come.</summary>
    public void Reweigh()
    {
        _vectors.Reweigh();
        _postings = new GrowingPostings(CandidateSearcher.MostTerms);
        for (var text = 0; text < Count; text++) _postings.Add(_vectors, text);
        _finders.Clear();
        Surround();
    }

    /// <summary>
    /// Measures all texts as a run over them would, which have just been weighed (<see cref="Reweigh"/>); there are none but those from 0 on. Stopped,
    /// it leaves what was measured before.
    /// </summary>
    public void MeasureAll(ParallelOptions parallel)
    {
        var levels = Neighbourhood.LevelsOf(_vectors, parallel);
        var edges = new StoryCandidates(new StoryMeasure(_vectors, levels, _texts, _options), _options.Floor).Find(parallel);
        for (var text = 0; text < Count; text++)
        {
            _levels[text] = levels[text];
            _close[text] = null;
            _isSearched[text] = true;
        }
        foreach (var edge in edges) Connect(edge);
    }

    /// <summary>The close pairs among some texts, by their places in <paramref name="texts"/>.</summary>
    public IEnumerable<StoryEdge> EdgesAmong(int[] texts)
    {
        var placeOf = new Dictionary<int, int>(texts.Length);
        for (var place = 0; place < texts.Length; place++) placeOf.Add(texts[place], place);
        for (var place = 0; place < texts.Length; place++)
        {
            foreach (var (other, closeness) in CloseTo(texts[place]))
            {
                if (placeOf.TryGetValue(other, out var otherPlace) && place < otherPlace) yield return new StoryEdge(place, otherPlace, closeness);
            }
        }
    }

    /// <summary>Makes the texts that there are the surroundings of those that come.</summary>
    private void Surround()
    {
        _neighbourhood = new Neighbourhood(_vectors, Enumerable.Range(_texts.First, Count - _texts.First).Where(_vectors.Has));
        _vectors.ReuseNumbers();
        (_left, _come) = (0, 0);
    }

    private bool Has(int text) => text >= _texts.First && _vectors.Has(text);

    private void SetGroup(int text, int group) => _texts[text] = _texts[text] with { Group = group };

    private void AddRow(in StoryText about)
    {
        _texts.Add(about);
        _close.Add(null);
        _isSearched.Add(false);
    }

    private void Search(int text)
    {
        _isSearched[text] = true;
        var finder = TakeFinder();
        foreach (var edge in finder.Find(text, end: Count))
        {
            // Two texts that were restored find each other.
            if (_close[text]?.Exists(close => close.Text == edge.A || close.Text == edge.B) != true) Connect(edge);
        }
        _finders.Add(finder);
    }

    private TextFinder TakeFinder() => _finders.TryTake(out var idle) ? idle : new TextFinder(Measure, _postings, _layer, _options.Floor);

    private void Connect(in StoryEdge edge)
    {
        CloseToChange(edge.A).Add((edge.B, edge.Closeness));
        CloseToChange(edge.B).Add((edge.A, edge.Closeness));
    }

    /// <summary>The list of what is close to a text, to add to: a layer's own, and before it grows without those that have left.</summary>
    private List<(int Text, float Closeness)> CloseToChange(int text)
    {
        var close = _close[text];
        if (close is null) _close[text] = close = new(1);
        else if (!_close.IsOwn(text)) _close[text] = close = [.. close];
        if (close.Count == close.Capacity) _ = close.RemoveAll(other => !Has(other.Text));
        return close;
    }
}
