namespace Similarity;

/// <summary>
/// TF-IDF vectors of all texts of a run, of length 1: the weight of a term is (1 + ln tf) · idf, where idf is half that of the
/// run's own texts in its language and half that of the background, each ln((1 + n) / (1 + df)) + 1 (Salton and Buckley 1988, smoothed); of
/// few texts, n / (n + 300) and the rest. In other languages than that of the background their own is all there is. Terms that only one text has count in its length and are not stored.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class CollectedTermVectors : TermVectors
{
    /// <summary>Where the terms of each text stand; their weights and occurrences have the same place.</summary>
    private readonly ChunkedList<(long Place, int Length)> _rows = new();
    private readonly Arena<int> _terms = new();
    private readonly Arena<float> _weights = new();
    private readonly Arena<ushort> _occurrences = new();
    private readonly TermTable _table;
    private readonly uint[] _hashes;
    private readonly LanguageFrequencies _frequencies;
    private readonly bool[] _isName;
    private readonly double[] _lengths;
    private int[] _numbered = new int[256];

    /// <summary>Weighs the terms of <paramref name="table"/>, and takes them over from it.</summary>
    /// <param name="table">The terms.</param>
    /// <param name="background">Frequencies of the general collection.</param>
    /// <param name="lengths">As <see cref="LengthOf"/>, where the table lacks the terms that only one text has; computed otherwise.</param>
    public CollectedTermVectors(TermTable table, BackgroundFrequencies background, double[]? lengths = null)
    {
        _table = table;
        _hashes = [.. table.Statistics.Where(term => term.Value.Texts > 1).Select(term => term.Key)];
        Array.Sort(_hashes);
        _isName = new bool[_hashes.Length];
        var numbers = new Dictionary<uint, int>(_hashes.Length);
        for (var i = 0; i < _hashes.Length; i++)
        {
            numbers.Add(_hashes[i], i);
            _isName[i] = table.Statistics[_hashes[i]].IsName;
        }
        _frequencies = new LanguageFrequencies(LanguageFrequencies.Commonest(table));
        for (var text = 0; text < table.Count; text++) Number(text, numbers);
        _lengths = lengths ?? new double[table.Count];
        var idfs = new KnownIdfs(_frequencies, _hashes, background);
        for (var text = 0; text < table.Count; text++)
        {
            var length = Weigh(text, idfs);
            if (lengths is null) _lengths[text] = length;
            foreach (ref var weight in Stored(_weights, text)) weight = (float)(weight / _lengths[text]);
        }
        table.ForgetTerms();
    }

    /// <inheritdoc/>
    public override int Count => _rows.Count;

    /// <inheritdoc/>
    public override int Terms => _hashes.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> TermsOf(int text) => Stored(_terms, text);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> WeightsOf(int text) => Stored(_weights, text);

    /// <inheritdoc/>
    public override bool IsName(int term) => _isName[term];

    /// <inheritdoc/>
    public override string WordOf(int term) => System.Text.Encoding.UTF8.GetString(_table.WordOf(_hashes[term]));

    /// <summary>The hash of a term.</summary>
    public uint HashOf(int term) => _hashes[term];

    /// <summary>The length that a text's vector had before it was scaled, with the terms that nobody else has.</summary>
    public double LengthOf(int text) => _lengths[text];

    /// <inheritdoc/>
    public override IEnumerable<(int Term, double Factor)> FactorsOf(int text) => OccurrencesOf(text).Select(term => (term.Term, TermWeights.FrequencyFactor(term.Occurrence.Count)));

    /// <summary>The numbers of the terms of a text, ascending, and how they occur in it.</summary>
    public IEnumerable<(int Term, TermOccurrence Occurrence)> OccurrencesOf(int text)
    {
        var (terms, occurrences) = (TermsOf(text).ToArray(), Stored(_occurrences, text).ToArray());
        for (var i = 0; i < terms.Length; i++) yield return (terms[i], TermOccurrence.Unpack(_hashes[terms[i]], occurrences[i]));
    }

    /// <summary>The language of a text, as it was read.</summary>
    public int ReadLanguageOf(int text) => _table.LanguageOf(text);

    /// <inheritdoc/>
    public override int LanguageOf(int text) => _frequencies.LanguageOf(text);

    private Span<T> Stored<T>(Arena<T> column, int text) where T : unmanaged => _rows[text].Length == 0 ? [] : column.Get(_rows[text].Place, _rows[text].Length);

    /// <summary>Stores the numbers of a text's terms, and room for their weights and occurrences.</summary>
    private void Number(int text, Dictionary<uint, int> numbers)
    {
        var hashes = _table.TermsOf(text);
        if (_numbered.Length < hashes.Length) _numbered = new int[hashes.Length * 2];
        var count = 0;
        foreach (var hash in hashes)
        {
            if (numbers.TryGetValue(hash, out var number)) _numbered[count++] = number;
        }
        var terms = _numbered.AsSpan(0, count);
        _frequencies.Add(_table.LanguageOf(text), terms);
        _rows.Add((_terms.Add(terms), count));
        _ = _weights.AddRoom(count);
        _ = _occurrences.AddRoom(count);
    }

    /// <summary>Fills in the weights and occurrences of a text's terms, and returns the length of its vector.</summary>
    private double Weigh(int text, KnownIdfs idfs)
    {
        var hashes = _table.TermsOf(text);
        var counts = _table.CountsOf(text);
        var terms = TermsOf(text);
        var weights = Stored(_weights, text);
        var occurrences = Stored(_occurrences, text);
        var (squares, at) = (0.0, 0);
        for (var i = 0; i < hashes.Length; i++)
        {
            var number = at < terms.Length && _hashes[terms[at]] == hashes[i] ? terms[at] : -1;
            var weight = TermWeights.FrequencyFactor(counts[i] & TermOccurrence.MaxCount) * idfs.Of(text, number, hashes[i]);
            squares += weight * weight;
            if (number < 0) continue;
            (weights[at], occurrences[at]) = ((float)weight, counts[i]);
            at++;
        }
        return Math.Sqrt(squares);
    }
}
