namespace Similarity;

/// <summary>
/// Finds stories in random subsets of the texts and compares them with those of all (Ben-Hur, Elisseeff and Guyon 2002). What changes when a
/// fifth of the articles is missing was held together by chance. Stable stories may still be wrong ones: a threshold that joins nothing is the most stable.
/// </summary>
/// <remarks>Weights and levels stay those of all texts, so that subsets differ by which texts there are and nothing else.</remarks>
public static class StoryStability
{
    /// <summary>Measures stability at some thresholds, none below what was kept.</summary>
    /// <param name="result">The stories.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="subsets">Subsets a threshold, at least 1.</param>
    /// <param name="share">Share of the texts in each, above 0 and below 1.</param>
    /// <param name="seed">Decides the subsets, the same at all thresholds.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<StabilityPoint> Measure(
        StoryResult result, IReadOnlyList<double> thresholds, int subsets = 4, double share = 0.8, int seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentOutOfRangeException.ThrowIfLessThan(subsets, 1);
        if (share is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share must be above 0 and below 1.");
        if (thresholds.Count > 0 && thresholds.Min() < result.Floor - 1e-9) throw new ArgumentOutOfRangeException(nameof(thresholds), thresholds.Min(), FormattableString.Invariant($"Pairs are known from {result.Floor} on."));
        var points = new StabilityPoint[thresholds.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = result.Options.Threads, CancellationToken = cancellation };
        ParallelLoop.Run(points.Length, parallel, () => 0, (number, _) => points[number] = At(result, thresholds[number], subsets, share, seed, cancellation), _ => { });
        return points;
    }

    private static StabilityPoint At(StoryResult result, double threshold, int subsets, double share, int seed, CancellationToken cancellation)
    {
        var texts = result.Measure.Texts;
        var options = result.Options with { Threshold = threshold };
        var all = StoriesOf(result.Edges);
        var sizes = all.CountBy(story => story).Select(story => story.Value).ToList();
        var (rand, bCubed, compared) = (0.0, 0.0, 0);
        for (var number = 0; number < subsets; number++)
        {
            var subset = new TextSubset(texts, share, ((ulong)(uint)seed << 16) + (ulong)number);
            int[] chosen = [.. Enumerable.Range(0, texts.Count).Where(subset.Holds)];
            if (chosen.Length == 0) continue;
            var found = StoriesOf([.. result.Edges.Where(edge => edge.Closeness >= threshold && subset.Holds(edge.A) && subset.Holds(edge.B))]);
            var agreement = ClusteringAgreement.Of([.. chosen.Select(text => all[text])], [.. chosen.Select(text => found[text])]);
            compared++;
            rand += agreement.AdjustedRandIndex;
            bCubed += agreement.BCubedF1;
        }
        return new StabilityPoint(threshold, sizes.Count(size => size > 1), sizes.DefaultIfEmpty().Max() / (double)Math.Max(1, texts.Count), compared == 0 ? 1 : rand / compared, compared == 0 ? 1 : bCubed / compared);

        int[] StoriesOf(IReadOnlyList<StoryEdge> edges)
        {
            var storyOf = new int[texts.Count];
            foreach (var (story, members) in StoryPartition.Of(result.Measure, edges, options, cancellation).Index())
            {
                foreach (var text in members) storyOf[text] = story;
            }
            return storyOf;
        }
    }
}
