namespace Similarity;

/// <summary>
/// TF-IDF vectors of texts that come and go. A text is weighed with the frequencies of its arrival, until all are weighed
/// anew (<see cref="Reweigh"/>): then the vectors are those that a run over the same texts has. Terms that only one text has are stored too,
/// because the next may have them. The number of a term that no text has any more goes to another, when that is allowed (<see cref="ReuseNumbers"/>).
/// </summary>
/// <remarks>
/// Over others as a layer they hold what is added, and weigh it as if it were added there. Not thread-safe while texts come and go; reading is, and
/// so are layers.
/// </remarks>
internal sealed class GrowingTermVectors : TermVectors
{
    private const int English = 0;

    private readonly GrowingTermVectors? _under;
    private readonly LayeredMap<uint, int> _numbers;
    private readonly LayeredList<TermKnowledge> _known;
    private readonly LayeredList<TermRow> _rows;
    private readonly LayeredList<byte> _languages;
    /// <summary>Numbers that are free, and those that become so.</summary>
    private readonly List<int> _free = [];
    private readonly List<int> _released = [];
    /// <summary>Of a layer, how many of the free numbers below it has taken.</summary>
    private int _taken;
    private GrowingFrequencies _frequencies;

    /// <summary>No texts.</summary>
    public GrowingTermVectors()
    {
        (_numbers, _known, _rows, _languages) = (new(), new(), new(), new());
        _frequencies = new GrowingFrequencies(LanguageFrequencies.Commonest(new int[TextLanguage.Count]));
    }

    /// <summary>A layer over others.</summary>
    public GrowingTermVectors(GrowingTermVectors under)
    {
        (_under, _numbers, _known, _rows, _languages) = (under, new(under._numbers), new(under._known), new(under._rows), new(under._languages));
        _frequencies = new GrowingFrequencies(under._frequencies);
    }

    /// <inheritdoc/>
    public override int Count => _rows.Count;

    /// <inheritdoc/>
    public override int Terms => _known.Count;

    /// <summary>How many texts are there.</summary>
    public int Present { get; private set; }

    /// <summary>Takes a text by its terms, ascending, and weighs it with the frequencies of now.</summary>
    public void Add(byte language, ReadOnlySpan<uint> terms, ReadOnlySpan<ushort> counts)
    {
        AddUnweighed(language, terms, counts);
        Weigh(Count - 1);
    }

    /// <summary>Takes a text, to be weighed with all (<see cref="Reweigh"/>).</summary>
    public void AddUnweighed(byte language, ReadOnlySpan<uint> terms, ReadOnlySpan<ushort> counts)
    {
        var row = TermRow.Of(terms.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            row.Terms[i] = Note(terms[i], counts[i]);
            row.Counts[i] = counts[i];
        }
        row.Terms.Sort(row.Counts);
        _rows.Add(row);
        _languages.Add(language);
        Present++;
        _frequencies.Add(language, row.Terms);
    }

    /// <summary>Takes a text out.</summary>
    public void Remove(int text)
    {
        var row = _rows[text];
        _frequencies.Remove(_languages[text], row.Terms);
        for (var i = 0; i < row.Length; i++)
        {
            var term = row.Terms[i];
            var known = _known[term].With(row.Counts[i], -1);
            _known[term] = known;
            if (known.Texts > 0) continue;
            _ = _numbers.Remove(known.Hash);
            _released.Add(term);
        }
        _rows[text] = default;
        Present--;
    }

    /// <summary>Whether a text is there.</summary>
    public bool Has(int text) => !_rows[text].IsNone;

    /// <summary>Lets the memory of texts before a number go, all of which are gone.</summary>
    public void DropBefore(int text)
    {
        _rows.DropBefore(text);
        _languages.DropBefore(text);
    }

    /// <summary>Allows that numbers of terms which nobody has any more become those of others: nobody remembers what they meant.</summary>
    public void ReuseNumbers()
    {
        _free.AddRange(_released);
        _released.Clear();
    }

    /// <summary>Forgets what a layer holds.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _known.Clear();
        _rows.Clear();
        _languages.Clear();
        _taken = 0;
        _frequencies = new GrowingFrequencies(_under!._frequencies);
    }

    /// <summary>Weighs all texts with the frequencies that they have together now. None may have left.</summary>
    public void Reweigh()
    {
        var counts = new int[TextLanguage.Count];
        foreach (var language in _languages) counts[language]++;
        _frequencies = new GrowingFrequencies(LanguageFrequencies.Commonest(counts));
        for (var text = 0; text < Count; text++) _frequencies.Add(_languages[text], _rows[text].Terms);
        for (var text = 0; text < Count; text++) Weigh(text);
    }

    /// <summary>The terms of a text as they were read: ascending, how often it has each, and its language.</summary>
    public (byte Language, uint[] Terms, ushort[] Counts) StateOf(int text)
    {
        var (terms, counts) = (HashesOf(text), _rows[text].Counts.ToArray());
        Array.Sort(terms, counts);
        return (_languages[text], terms, counts);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> TermsOf(int text) => _rows[text].Terms;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> WeightsOf(int text) => _rows[text].Weights;

    /// <inheritdoc/>
    public override bool IsName(int term) => _known[term].IsName;

    /// <inheritdoc/>
    /// <remarks>No words are kept.</remarks>
    public override string WordOf(int term) => "";

    /// <inheritdoc/>
    /// <remarks>In the order of what the terms are known by, as in a run.</remarks>
    public override IEnumerable<(int Term, double Factor)> FactorsOf(int text)
    {
        var (hashes, places) = (HashesOf(text), Enumerable.Range(0, _rows[text].Length).ToArray());
        Array.Sort(hashes, places);
        foreach (var place in places)
        {
            var (term, count) = (_rows[text].Terms[place], _rows[text].Counts[place]);
            if (_known[term].Texts > 1) yield return (term, TermWeights.FrequencyFactor(count & TermOccurrence.MaxCount));
        }
    }

    /// <inheritdoc/>
    public override int LanguageOf(int text) => _frequencies.CountedAs(_languages[text]);

    private uint[] HashesOf(int text)
    {
        var hashes = new uint[_rows[text].Length];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = _known[_rows[text].Terms[i]].Hash;
        return hashes;
    }

    /// <summary>The number of a term that one more text has.</summary>
    private int Note(uint hash, ushort count)
    {
        if (_numbers.TryGetValue(hash, out var number))
        {
            _known[number] = _known[number].With(count, 1);
            return number;
        }
        var known = new TermKnowledge(hash, 0, 0, TermWeights.GeneralIdf(hash, BackgroundFrequencies.Default)).With(count, 1);
        if (TakeFree(out number))
        {
            _known[number] = known;
        }
        else
        {
            number = _known.Count;
            _known.Add(known);
        }
        _numbers.Set(hash, number);
        return number;
    }

    /// <summary>The number that was freed last; a layer takes none from those who share what is below.</summary>
    private bool TakeFree(out int number)
    {
        var free = (_under ?? this)._free;
        number = free.Count > _taken ? free[^(_taken + 1)] : -1;
        if (number < 0) return false;
        if (_under is null) free.RemoveAt(free.Count - 1);
        else _taken++;
        return true;
    }

    private void Weigh(int text)
    {
        var row = _rows[text];
        var terms = row.Terms;
        var weights = row.Weights;
        var counts = row.Counts;
        var language = LanguageOf(text);
        var texts = _frequencies.TextsOf(language);
        var squares = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            var idf = TermWeights.Idf(texts, _frequencies.TextsWith(language, terms[i]), language == English ? _known[terms[i]].GeneralIdf : null);
            var weight = TermWeights.FrequencyFactor(counts[i] & TermOccurrence.MaxCount) * idf;
            squares += weight * weight;
            weights[i] = (float)weight;
        }
        var norm = Math.Sqrt(squares);
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)(weights[i] / norm);
    }

    /// <summary>What is known of a term.</summary>
    /// <param name="Hash">Its <see cref="TermHash"/>.</param>
    /// <param name="Texts">How many texts have it.</param>
    /// <param name="Names">In how many of them it is a name or a number.</param>
    /// <param name="GeneralIdf">Its idf in the general collection.</param>
    private readonly record struct TermKnowledge(uint Hash, int Texts, int Names, double GeneralIdf)
    {
        /// <summary>Whether it is mostly a name or a number.</summary>
        public bool IsName => Names * 2 > Texts;

        /// <summary>The same with so many more texts that have it so.</summary>
        public TermKnowledge With(ushort count, int more) =>
            this with { Texts = Texts + more, Names = Names + (TermOccurrence.Unpack(Hash, count).IsName ? more : 0) };
    }
}
