using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// TF-IDF vectors of all texts of a run, of length 1: the weight of a term is (1 + ln tf) · idf, where idf is half that of the
/// run's own texts in its language and half that of the background, each ln((1 + n) / (1 + df)) + 1 (Salton and Buckley 1988, smoothed); of
/// few texts, n / (n + 300) and the rest. In other languages than that of the background their own is all there is. Terms that only one text has count in its length and are not stored.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class TermVectors
{
    /// <summary>The share of a run's own frequencies in a weight.</summary>
    private const double MostOwn = 0.5;

    /// <summary>With fewer texts than this their own frequencies count for less: a story of five is a twentieth of a hundred texts.</summary>
    private const double TextsForEqual = 300;

    private readonly ChunkedList<(long Terms, long Weights, int Length)> _rows = new();
    private readonly Arena<int> _terms = new();
    private readonly Arena<float> _weights = new();
    private readonly TermTable _table;
    private readonly uint[] _hashes;
    private readonly LanguageFrequencies _frequencies;
    private readonly bool[] _isName;

    private TermVectors(TermTable table, BackgroundFrequencies background)
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
        _frequencies = LanguageFrequencies.Count(table, numbers);
        var (terms, weights) = (new List<int>(), new List<float>());
        for (var text = 0; text < table.Count; text++)
        {
            terms.Clear();
            weights.Clear();
            var hashes = table.TermsOf(text);
            var counts = table.CountsOf(text);
            var general = _frequencies.IsEnglish(text) ? background : null;
            var squares = 0.0;
            for (var i = 0; i < hashes.Length; i++)
            {
                var number = numbers.GetValueOrDefault(hashes[i], -1);
                var weight = FrequencyFactor(TermOccurrence.Unpack(hashes[i], counts[i]).Count) * Idf(text, number, hashes[i], general);
                squares += weight * weight;
                if (number < 0) continue;
                terms.Add(number);
                weights.Add((float)weight);
            }
            Add(CollectionsMarshal.AsSpan(terms), CollectionsMarshal.AsSpan(weights), Math.Sqrt(squares));
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _rows.Count;

    /// <summary>How many terms two texts or more have.</summary>
    public int Terms => _hashes.Length;

    /// <summary>Weighs the terms of <paramref name="table"/>.</summary>
    public static TermVectors Create(TermTable table, BackgroundFrequencies background) => new(table, background);

    /// <summary>The numbers of a text's terms, ascending.</summary>
    public ReadOnlySpan<int> TermsOf(int text) => _rows[text].Length == 0 ? [] : _terms.Get(_rows[text].Terms, _rows[text].Length);

    /// <summary>Their weights.</summary>
    public ReadOnlySpan<float> WeightsOf(int text) => _rows[text].Length == 0 ? [] : _weights.Get(_rows[text].Weights, _rows[text].Length);

    /// <summary>Whether a term is mostly a name or number.</summary>
    public bool IsName(int term) => _isName[term];

    /// <summary>A word that stands for a term, folded.</summary>
    public string WordOf(int term) => System.Text.Encoding.UTF8.GetString(_table.WordOf(_hashes[term]));

    /// <summary>The numbers of the terms of a text, and 1 + ln tf of each.</summary>
    public IEnumerable<(int Term, double Factor)> FactorsOf(int text)
    {
        var numbered = TermsOf(text).ToArray();
        var (hashes, counts) = (_table.TermsOf(text).ToArray(), _table.CountsOf(text).ToArray());
        for (int i = 0, j = 0; i < numbered.Length; i++)
        {
            while (hashes[j] != _hashes[numbered[i]]) j++;
            yield return (numbered[i], FrequencyFactor(TermOccurrence.Unpack(hashes[j], counts[j]).Count));
        }
    }

    /// <summary>The language of a text, as far as frequencies are told apart by it.</summary>
    public int LanguageOf(int text) => _frequencies.LanguageOf(text);

    /// <summary>The cosine of two texts' vectors, 0 to 1.</summary>
    public double Cosine(int a, int b) => Dot(TermsOf(a), WeightsOf(a), TermsOf(b), WeightsOf(b));

    /// <summary>The product of two sparse vectors, whose terms ascend.</summary>
    public static double Dot(ReadOnlySpan<int> termsA, ReadOnlySpan<float> weightsA, ReadOnlySpan<int> termsB, ReadOnlySpan<float> weightsB)
    {
        var (sum, i, j) = (0.0, 0, 0);
        while (i < termsA.Length && j < termsB.Length)
        {
            var (a, b) = (termsA[i], termsB[j]);
            if (a == b) sum += (double)weightsA[i] * weightsB[j];
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum;
    }

    private static double FrequencyFactor(int count) => 1 + Math.Log(count);

    private double Idf(int text, int number, uint hash, BackgroundFrequencies? background)
    {
        var texts = _frequencies.TextsOf(text);
        var own = Math.Log((1.0 + texts) / (1 + _frequencies.TextsWith(text, number)));
        if (background is null) return own + 1;
        var general = Math.Log((1.0 + background.Count) / (1 + background[hash]));
        var share = Math.Min(MostOwn, texts / (texts + TextsForEqual));
        return (own * share) + (general * (1 - share)) + 1;
    }

    private void Add(ReadOnlySpan<int> terms, Span<float> weights, double norm)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)(weights[i] / norm);
        _rows.Add((terms.IsEmpty ? 0 : _terms.Add(terms), terms.IsEmpty ? 0 : _weights.Add(weights), terms.Length));
    }
}
