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

    private readonly StoryOptions _options;
    private readonly OnlineTexts? _under;
    private readonly GrowingTermVectors _vectors;
    private readonly LayeredList<StoryText> _texts;
    private readonly LayeredList<float> _levels;
    /// <summary>What is close to a text; <see langword="null"/> where nothing is. Texts that have left stay here for a while.</summary>
    private readonly LayeredList<List<(int Text, float Closeness)>?> _close;
    private readonly LayeredList<bool> _isSearched;
    private readonly List<StoryEdge> _found = [];
    private readonly Neighbourhood.Scratch _scratch = new();
    private readonly LayeredPostings? _layer;
    private GrowingPostings _postings;
    private CandidateSearcher _searcher;
    private Neighbourhood _neighbourhood;
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
        _searcher = new CandidateSearcher(Measure, _postings, options.Floor);
    }

    /// <summary>A layer over others; good until these are arranged or numbered anew.</summary>
    public OnlineTexts(OnlineTexts under)
    {
        (_options, _under, _postings, _neighbourhood) = (under._options, under, under._postings, under._neighbourhood);
        (_vectors, _texts, _levels, _close, _isSearched) = (new(under._vectors), new(under._texts), new(under._levels), new(under._close), new(under._isSearched));
        _layer = new LayeredPostings(under._postings);
        Measure = new StoryMeasure(_vectors, _levels, _texts, _options);
        _searcher = new CandidateSearcher(Measure, _layer, _options.Floor);
    }

    /// <summary>The number after that of the last text.</summary>
    public int Count => _texts.Count;

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

    /// <summary>Takes the text that <paramref name="batch"/> holds, and finds those close to it.</summary>
    public void Add(in StoryText about, TermBatch batch)
    {
        var text = Count;
        _vectors.Add(batch.LanguageOf(0), batch.Terms, batch.Counts);
        AddRow(about);
        _levels.Add((_under ?? this)._neighbourhood.LevelOf(_vectors, text, _scratch));
        if (_layer is null) _postings.Add(_vectors, text);
        else _layer.Add(_vectors, text);
        _come++;
        Search(text);
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

    /// <summary>Makes a text one of a text group.</summary>
    public void SetGroup(int text, int group) => _texts[text] = _texts[text] with { Group = group };

    /// <summary>Some of the texts, in their order, with what was measured of them and numbers from 0 on.</summary>
    public OnlineTexts Only(IReadOnlyList<int> texts)
    {
        var only = new OnlineTexts(_options);
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
        _searcher = new CandidateSearcher(Measure, _postings, _options.Floor);
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

    private void AddRow(in StoryText about)
    {
        _texts.Add(about);
        _close.Add(null);
        _isSearched.Add(false);
    }

    private void Search(int text)
    {
        _isSearched[text] = true;
        _found.Clear();
        _searcher.Search(text, _found);
        foreach (var edge in _found)
        {
            // Two texts that were restored find each other.
            if (_close[text]?.Exists(close => close.Text == edge.A || close.Text == edge.B) != true) Connect(edge);
        }
    }

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
