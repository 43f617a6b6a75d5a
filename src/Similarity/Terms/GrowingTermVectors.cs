using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// TF-IDF vectors of texts that arrive one after another. A text is weighed with the frequencies of its arrival, until all are weighed
/// anew (<see cref="Reweigh"/>): then the vectors are those that a run over the same texts has. Terms that only one text has are stored too,
/// because the next may have them.
/// </summary>
/// <remarks>Not thread-safe while texts are added; reading is.</remarks>
internal sealed class GrowingTermVectors(BackgroundFrequencies background) : TermVectors
{
    private readonly Dictionary<uint, int> _numbers = [];
    private readonly List<uint> _hashes = [];
    private readonly List<double> _generalIdfs = [];
    private readonly List<(int[] Terms, float[] Weights)> _rows = [];
    private LanguageFrequencies _frequencies = new(LanguageFrequencies.Commonest(new TermTable()));

    /// <summary>The texts' terms as they were read.</summary>
    public TermTable Table { get; } = new();

    /// <inheritdoc/>
    public override int Count => _rows.Count;

    /// <inheritdoc/>
    public override int Terms => _hashes.Count;

    /// <summary>Takes the texts of <paramref name="batch"/>.</summary>
    public void Add(TermBatch batch)
    {
        batch.AddTo(Table);
        while (_rows.Count < Table.Count)
        {
            AddRow(_rows.Count);
            Weigh(_rows.Count - 1);
        }
    }

    /// <summary>Takes a text by its terms, to be weighed with all (<see cref="Reweigh"/>).</summary>
    public void Add(byte language, ReadOnlySpan<uint> terms, ReadOnlySpan<ushort> counts)
    {
        Table.Add(language, terms, counts);
        AddRow(_rows.Count);
    }

    /// <summary>Takes a text of another table, to be weighed with all (<see cref="Reweigh"/>).</summary>
    public void Add(TermTable table, int text)
    {
        table.CopyTo(Table, text);
        AddRow(_rows.Count);
    }

    /// <summary>Weighs all texts with the frequencies that they have together now.</summary>
    public void Reweigh()
    {
        _frequencies = new LanguageFrequencies(LanguageFrequencies.Commonest(Table));
        for (var text = 0; text < _rows.Count; text++) _frequencies.Add(Table.LanguageOf(text), _rows[text].Terms);
        for (var text = 0; text < _rows.Count; text++) Weigh(text);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> TermsOf(int text) => _rows[text].Terms;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> WeightsOf(int text) => _rows[text].Weights;

    /// <inheritdoc/>
    public override bool IsName(int term) => Table.Statistics[_hashes[term]].IsName;

    /// <inheritdoc/>
    public override string WordOf(int term) => System.Text.Encoding.UTF8.GetString(Table.WordOf(_hashes[term]));

    /// <inheritdoc/>
    public override IEnumerable<(int Term, double Factor)> FactorsOf(int text)
    {
        var (hashes, counts) = (Table.TermsOf(text).ToArray(), Table.CountsOf(text).ToArray());
        for (var i = 0; i < hashes.Length; i++)
        {
            if (Table.Statistics[hashes[i]].Texts > 1) yield return (_numbers[hashes[i]], TermWeights.FrequencyFactor(TermOccurrence.Unpack(hashes[i], counts[i]).Count));
        }
    }

    /// <inheritdoc/>
    public override int LanguageOf(int text) => _frequencies.LanguageOf(text);

    private void AddRow(int text)
    {
        var hashes = Table.TermsOf(text);
        var terms = new int[hashes.Length];
        for (var i = 0; i < hashes.Length; i++) terms[i] = NumberOf(hashes[i]);
        Array.Sort(terms);
        _rows.Add((terms, new float[terms.Length]));
        _frequencies.Add(Table.LanguageOf(text), terms);
    }

    private int NumberOf(uint hash)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, hash, out var isKnown);
        if (isKnown) return number;
        number = _hashes.Count;
        _hashes.Add(hash);
        _generalIdfs.Add(TermWeights.GeneralIdf(hash, background));
        return number;
    }

    private void Weigh(int text)
    {
        var (terms, weights) = _rows[text];
        var hashes = Table.TermsOf(text);
        var counts = Table.CountsOf(text);
        var isEnglish = _frequencies.IsEnglish(text);
        var squares = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            var count = counts[hashes.BinarySearch(_hashes[term])];
            var weight = TermWeights.FrequencyFactor(count & TermOccurrence.MaxCount) * TermWeights.Idf(_frequencies.TextsOf(text), _frequencies.TextsWith(text, term), isEnglish ? _generalIdfs[term] : null);
            squares += weight * weight;
            weights[i] = (float)weight;
        }
        var norm = Math.Sqrt(squares);
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)(weights[i] / norm);
    }
}
