namespace Similarity;

/// <summary>Divides texts into stories: by linkage, and then by names where large ones are two.</summary>
internal static class StoryPartition
{
    /// <summary>The texts of each story, single ones too, in order of the first.</summary>
    /// <param name="measure">What the texts are measured with.</param>
    /// <param name="edges">The close pairs.</param>
    /// <param name="options">The threshold, and whether names are looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IEnumerable<int[]> Of(StoryMeasure measure, IReadOnlyList<StoryEdge> edges, StoryOptions options, CancellationToken cancellation)
    {
        var clusters = StoryLinkage.Cluster(measure, edges, options.Threshold, cancellation);
        var split = options.SplitsByNames ? new NameSplit(measure) : null;
        return clusters
            .SelectMany(cluster => split is null ? [cluster.Texts] : split.PartsOf(cluster.Texts))
            .OrderBy(texts => texts.Min());
    }
}
