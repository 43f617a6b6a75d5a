namespace Similarity;

/// <summary>
/// A threshold for stories where nothing is labelled, from how the largest connected part of the close pairs grows as the threshold falls
/// (percolation; Stauffer and Aharony 1994): at some closeness the parts, until then islands of one story or a few, run together into one that
/// holds most of the news. Stories are told apart a little above.
/// </summary>
/// <remarks>
/// More texts have more close pairs, and run together at a higher closeness, though their stories are the same. Random subsets of one size are therefore looked
/// at, and the median of their critical thresholds counts, each where susceptibility is highest. <see cref="Margin"/> was read off labelled
/// sets of news, so a suggestion is a second opinion on the default and no measurement. Thread-safe.
/// </remarks>
/// <param name="Threshold">The suggestion.</param>
/// <param name="Critical">The median critical threshold.</param>
/// <param name="Low">The lowest suggestion of a subset.</param>
/// <param name="High">The highest of them.</param>
/// <param name="IsClear">Whether there are enough texts, and subsets agree.</param>
/// <param name="Points">The means over the subsets, by ascending threshold.</param>
public sealed record ThresholdSuggestion(double Threshold, double Critical, double Low, double High, bool IsClear, IReadOnlyList<PercolationPoint> Points)
{
    /// <summary>How far above the critical threshold stories are told apart.</summary>
    public const double Margin = 0.05;

    /// <summary>Pairs must be kept from this closeness on.</summary>
    public const double Least = 0.0;

    /// <summary>How many random subsets are looked at.</summary>
    public const int Subsets = 25;

    /// <summary>Share of the texts in a subset at most.</summary>
    private const double MostShare = 0.8;

    /// <summary>Texts of a subset at most, about.</summary>
    private const double MostTexts = 2000;

    private const int Steps = 60;
    private const int LeastTexts = 200;

    /// <summary>Suggestions of subsets within this much agree.</summary>
    private const double MostSpread = 0.05;

    private static readonly double[] Thresholds = [.. Enumerable.Range(0, Steps + 1).Select(step => step / 200.0)];

    /// <summary>A suggestion for the texts of a run.</summary>
    /// <param name="result">A run that kept pairs from <see cref="Least"/> on.</param>
    /// <param name="seed">Decides the subsets.</param>
    /// <exception cref="ArgumentException">Pairs were not kept far enough down.</exception>
    public static ThresholdSuggestion Of(StoryResult result, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Floor > Least) throw new ArgumentException(FormattableString.Invariant($"Pairs were kept from {result.Floor} on; they are needed from {Least} on."), nameof(result));
        var texts = result.Measure.Texts;
        var share = Math.Min(MostShare, MostTexts / Math.Max(1, texts.Count));
        StoryEdge[] descending = [.. result.Edges.OrderByDescending(edge => edge.Closeness)];
        var subsets = new PercolationPoint[Subsets][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = result.Options.Threads };
        ParallelLoop.Run(Subsets, parallel, () => 0, (number, _) => subsets[number] = Percolation.Of(texts, descending, new TextSubset(texts, share, ((ulong)(uint)seed << 16) + (ulong)number).Holds, Thresholds), _ => { });
        double[] critical = [.. subsets.Select(CriticalOf).Order()];
        var (median, low, high) = (critical[Subsets / 2], critical[0], critical[^1]);
        var points = Thresholds.Select((threshold, i) => new PercolationPoint(threshold, subsets.Average(points => points[i].LargestShare), subsets.Average(points => points[i].Susceptibility)));
        return new ThresholdSuggestion(Round(median + Margin), median, Round(low + Margin), Round(high + Margin), texts.Count >= LeastTexts && median > Least && high - low <= MostSpread + 1e-9, [.. points]);
    }

    /// <summary>The threshold of the highest susceptibility; the highest such among equals.</summary>
    private static double CriticalOf(PercolationPoint[] points) => points.OrderByDescending(point => point.Susceptibility).ThenByDescending(point => point.Threshold).First().Threshold;

    private static double Round(double threshold) => Math.Round(threshold, 3);
}
