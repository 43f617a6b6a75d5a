namespace Similarity.Tests;

/// <summary>Linkage over sums and a sparse graph against average linkage by its definition over all pairs.</summary>
public sealed class StoryLinkageTests
{
    [Theory]
    [InlineData(3, 0.085)]
    [InlineData(9, 0.05)]
    [InlineData(20, 0.12)]
    [InlineData(20, 0.3)]
    public void The_clusters_are_those_of_the_definition(int stories, double threshold)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var (measure, edges) = Measure(stories, 60, seed, threshold);
            var found = StoryLinkage.Cluster(measure, edges, threshold, TestContext.Current.CancellationToken).Select(cluster => cluster.Texts.Order().ToArray()).OrderBy(texts => texts[0]);
            Assert.Equal(ByDefinition(measure, threshold), found);
        }
    }

    [Fact]
    public void The_mean_closeness_of_two_clusters_is_the_mean_of_their_pairs()
    {
        var (measure, _) = Measure(4, 60, 5, 0.085);
        var clusters = new[] { 0, 1 }.Select(half => Enumerable.Range(0, 60).Where(text => text % 2 == half).Select(text => StoryCluster.Of(text, measure)).Aggregate((a, b) => StoryCluster.Merge(a, b, measure))).ToArray();
        Assert.Equal(Mean(measure, clusters[0].Texts, clusters[1].Texts), StoryCluster.MeanCloseness(clusters[0], clusters[1], measure), 6);
    }

    private static (StoryMeasure Measure, List<StoryEdge> Edges) Measure(int stories, int count, int seed, double threshold)
    {
        Article[] articles =
        [
            .. Enumerable.Range(0, count).Select(i => InventedStories.Article($"a{i}", (int)(Mixing.Avalanche((ulong)((seed * 100) + i)) % (ulong)stories), (seed * count) + i, i % 7 == 0 ? null : i % 40, 10 + (i % 50))),
        ];
        var result = Deduplication.Run(articles);
        var texts = StoryTexts.Of(result);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        var vectors = new CollectedTermVectors(result.ReadTerms(new ArticleList(articles), texts.ConvertAll(text => text.Article).ToArray(), parallel, _ => { }), BackgroundFrequencies.Default);
        var measure = new StoryMeasure(vectors, Neighbourhood.LevelsOf(vectors, parallel), texts, new StoryOptions());
        return (measure, new StoryCandidates(measure, threshold).Find(parallel));
    }

    private static List<int[]> ByDefinition(StoryMeasure measure, double threshold)
    {
        var clusters = Enumerable.Range(0, measure.Texts.Count).Select(text => new List<int> { text }).ToList();
        while (true)
        {
            var pairs = from a in Enumerable.Range(0, clusters.Count) from b in Enumerable.Range(a + 1, clusters.Count - a - 1) select (A: a, B: b, Mean: Mean(measure, clusters[a], clusters[b]));
            var best = pairs.DefaultIfEmpty((A: 0, B: 0, Mean: double.NegativeInfinity)).MaxBy(pair => pair.Mean);
            if (best.Mean < threshold) return [.. clusters.Select(cluster => cluster.Order().ToArray()).OrderBy(cluster => cluster[0])];
            clusters[best.A].AddRange(clusters[best.B]);
            clusters.RemoveAt(best.B);
        }
    }

    private static double Mean(StoryMeasure measure, IEnumerable<int> a, IEnumerable<int> b) =>
        (from x in a from y in b select measure.Closeness(x, y, measure.Vectors.Cosine(x, y))).Average();
}
