namespace Similarity;

/// <summary>
/// How far B-cubed F1 depends on which stories happen to be in a labelled set: a bootstrap over whole true clusters (Efron 1979), because
/// articles of one story are right or wrong together.
/// </summary>
/// <param name="Low">F1 that 2.5 % of the draws stay below.</param>
/// <param name="High">F1 that 2.5 % of the draws exceed.</param>
public sealed record AgreementInterval(double Low, double High)
{
    private const double Tail = 0.025;

    /// <summary>The interval for found clusters.</summary>
    /// <param name="truth">What names each article's true cluster.</param>
    /// <param name="found">What names each article's found cluster, in the same order.</param>
    /// <param name="draws">How many sets are drawn, at least 40.</param>
    public static AgreementInterval Of<TTrue, TFound>(IReadOnlyList<TTrue> truth, IReadOnlyList<TFound> found, int draws = 1000)
        where TTrue : notnull
        where TFound : notnull
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 40);
        var sizes = found.CountBy(cluster => cluster).ToDictionary();
        var clusters = truth.Zip(found).GroupBy(pair => pair.First, pair => pair.Second).Select(cluster =>
        {
            var together = cluster.CountBy(name => name).ToList();
            var count = cluster.Count();
            return (Count: count, Precision: together.Sum(cell => (double)cell.Value * cell.Value / sizes[cell.Key]), Recall: together.Sum(cell => (double)cell.Value * cell.Value / count));
        }).ToList();
        var values = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            var (articles, precision, recall) = (0.0, 0.0, 0.0);
            for (var i = 0; i < clusters.Count; i++)
            {
                var cluster = clusters[(int)(Mixing.Avalanche(((ulong)draw << 32) + (ulong)i + 1) % (ulong)clusters.Count)];
                articles += cluster.Count;
                precision += cluster.Precision;
                recall += cluster.Recall;
            }
            values[draw] = 2 * precision * recall / (articles * (precision + recall));
        }
        Array.Sort(values);
        return new AgreementInterval(values[(int)(draws * Tail)], values[(int)Math.Ceiling(draws * (1 - Tail)) - 1]);
    }
}
