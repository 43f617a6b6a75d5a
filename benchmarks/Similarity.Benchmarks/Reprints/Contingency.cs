namespace Similarity.Benchmarks;

/// <summary>
/// Two partitions of the same articles against each other, true families and found groups, and the measures that follow from
/// how many articles each family and group have in common. Time is linear in the articles.
/// </summary>
internal sealed class Contingency
{
    private readonly double _articles;
    private readonly double _bothPairs;
    private readonly double _truePairs;
    private readonly double _foundPairs;

    /// <param name="families">The family of each article.</param>
    /// <param name="groups">The group of each article; articles that stand alone have one of their own.</param>
    public Contingency(IReadOnlyList<string> families, IReadOnlyList<string> groups)
    {
        _articles = families.Count;
        var cells = families.Zip(groups).CountBy(pair => pair).ToList();
        var ofFamily = families.CountBy(family => family).ToDictionary(StringComparer.Ordinal);
        var ofGroup = groups.CountBy(group => group).ToDictionary(StringComparer.Ordinal);
        _bothPairs = cells.Sum(cell => Pairs(cell.Value));
        _truePairs = ofFamily.Values.Sum(Pairs);
        _foundPairs = ofGroup.Values.Sum(Pairs);
        BCubedPrecision = cells.Sum(cell => (double)cell.Value * cell.Value / ofGroup[cell.Key.Second]) / _articles;
        BCubedRecall = cells.Sum(cell => (double)cell.Value * cell.Value / ofFamily[cell.Key.First]) / _articles;
    }

    public double Precision => _foundPairs == 0 ? 1 : _bothPairs / _foundPairs;

    public double Recall => _truePairs == 0 ? 1 : _bothPairs / _truePairs;

    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Bagga and Baldwin 1998.</summary>
    public double BCubedPrecision { get; }

    public double BCubedRecall { get; }

    public double BCubedF1 => 2 * BCubedPrecision * BCubedRecall / (BCubedPrecision + BCubedRecall);

    /// <summary>Hubert and Arabie 1985.</summary>
    public double AdjustedRandIndex
    {
        get
        {
            var expected = _truePairs * _foundPairs / Pairs(_articles);
            return (_bothPairs - expected) / (((_truePairs + _foundPairs) / 2) - expected);
        }
    }

    private static double Pairs(int count) => Pairs((double)count);

    private static double Pairs(double count) => count * (count - 1) / 2;
}
