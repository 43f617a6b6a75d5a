namespace Similarity;

/// <summary>The texts of a stream, and which of them are close to each other.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class OnlineTexts
{
    private readonly StoryOptions _options;
    private readonly GrowingTermVectors _vectors = new(BackgroundFrequencies.Default);
    private readonly List<StoryText> _texts = [];
    private readonly List<float> _levels = [];
    private readonly List<List<(int Text, float Closeness)>> _close = [];
    private readonly List<bool> _isSearched = [];
    private readonly List<StoryEdge> _found = [];
    private readonly Neighbourhood.Scratch _scratch = new();
    private Neighbourhood _neighbourhood;
    private GrowingPostings _postings;
    private CandidateSearcher _searcher;

    public OnlineTexts(StoryOptions options)
    {
        _options = options;
        Measure = new StoryMeasure(_vectors, _levels, _texts, options);
        _neighbourhood = new Neighbourhood(_vectors);
        _postings = new GrowingPostings(CandidateSearcher.MostTerms);
        _searcher = new CandidateSearcher(Measure, _postings, options.Floor);
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>How close two texts are.</summary>
    public StoryMeasure Measure { get; }

    /// <summary>The texts close to one, from the floor on.</summary>
    public IReadOnlyList<(int Text, float Closeness)> CloseTo(int text)
    {
        if (!_isSearched[text]) Search(text);
        return _close[text];
    }

    /// <summary>The terms of a text, as they were read, and its level.</summary>
    public (byte Language, uint[] Terms, ushort[] Counts, float Level) StateOf(int text) =>
        ((byte)_vectors.Table.LanguageOf(text), _vectors.Table.TermsOf(text).ToArray(), _vectors.Table.CountsOf(text).ToArray(), _levels[text]);

    /// <summary>Takes the text that <paramref name="batch"/> holds, and finds those close to it.</summary>
    public void Add(in StoryText about, TermBatch batch)
    {
        var text = _texts.Count;
        _vectors.Add(batch);
        _texts.Add(about);
        _close.Add([]);
        _isSearched.Add(false);
        _levels.Add(_neighbourhood.LevelOf(text, _scratch));
        _postings.Add(_vectors, text);
        Search(text);
    }

    /// <summary>Takes texts whose level is known. Which are close to them is found when it is asked for.</summary>
    public void Restore(IEnumerable<(StoryText About, OnlineText Text)> texts)
    {
        foreach (var (about, text) in texts)
        {
            _vectors.Add(text.Language, text.Terms, text.Counts);
            _texts.Add(about);
            _close.Add([]);
            _isSearched.Add(false);
            _levels.Add(text.Level);
        }
        Index();
    }

    /// <summary>Makes a text one of a text group.</summary>
    public void SetGroup(int text, int group) => _texts[text] = _texts[text] with { Group = group };

    /// <summary>The texts for which <paramref name="isKept"/>, in their order, with what was measured of them.</summary>
    public OnlineTexts Only(Func<int, bool> isKept)
    {
        var kept = new OnlineTexts(_options);
        var numbers = new int[Count];
        for (var text = 0; text < Count; text++)
        {
            numbers[text] = isKept(text) ? kept._texts.Count : -1;
            if (numbers[text] < 0) continue;
            kept._vectors.Add(_vectors.Table, text);
            kept._texts.Add(_texts[text] with { Article = numbers[text] });
            kept._levels.Add(_levels[text]);
            kept._isSearched.Add(_isSearched[text]);
        }
        for (var text = 0; text < Count; text++)
        {
            if (numbers[text] >= 0) kept._close.Add([.. _close[text].Where(close => numbers[close.Text] >= 0).Select(close => (numbers[close.Text], close.Closeness))]);
        }
        kept.Index();
        return kept;
    }

    /// <summary>Weighs and measures all texts as a run over them would. Stopped, it leaves what was measured before.</summary>
    public void Refresh(ParallelOptions parallel)
    {
        _vectors.Reweigh();
        var levels = Neighbourhood.LevelsOf(_vectors, parallel);
        var edges = new StoryCandidates(new StoryMeasure(_vectors, levels, _texts, _options), _options.Floor).Find(parallel);
        _levels.Clear();
        _levels.AddRange(levels);
        _neighbourhood = new Neighbourhood(_vectors);
        _postings = new GrowingPostings(CandidateSearcher.MostTerms);
        for (var text = 0; text < Count; text++) _postings.Add(_vectors, text);
        _searcher = new CandidateSearcher(Measure, _postings, _options.Floor);
        _close.Clear();
        _isSearched.Clear();
        for (var text = 0; text < Count; text++)
        {
            _close.Add([]);
            _isSearched.Add(true);
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

    /// <summary>Weighs all texts, and makes them findable.</summary>
    private void Index()
    {
        _vectors.Reweigh();
        for (var text = 0; text < Count; text++) _postings.Add(_vectors, text);
        _neighbourhood = new Neighbourhood(_vectors);
    }

    private void Search(int text)
    {
        _isSearched[text] = true;
        _found.Clear();
        _searcher.Search(text, _found);
        foreach (var edge in _found)
        {
            // Two texts that were restored find each other.
            if (!_close[text].Exists(close => close.Text == edge.A || close.Text == edge.B)) Connect(edge);
        }
    }

    private void Connect(in StoryEdge edge)
    {
        _close[edge.A].Add((edge.B, edge.Closeness));
        _close[edge.B].Add((edge.A, edge.Closeness));
    }
}
