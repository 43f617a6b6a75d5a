namespace Similarity.Tests;

public sealed class StoryClusterTests
{
    /// <summary>The oracle is the cluster of the texts that are left.</summary>
    [Fact]
    public void A_cluster_without_some_texts_is_as_close_as_that_of_the_others()
    {
        var vectors = new GrowingTermVectors();
        var (texts, levels) = (new List<StoryText>(), new List<float>());
        for (var text = 0; text < 40; text++)
        {
            uint[] terms = [.. Enumerable.Range(0, 60).Select(i => (uint)(Mixing.Avalanche((ulong)((text * 100) + i)) % 200) + 1).Distinct().Order()];
            vectors.Add(0, terms, [.. terms.Select(term => (ushort)(1 + (term % 4)))]);
            texts.Add(new StoryText(text, -1, (text % 4) - 1, (text % 9) - 1));
            levels.Add(0.05f + (text % 7 * 0.01f));
        }
        var measure = new StoryMeasure(vectors, levels, texts, new StoryOptions());
        int[] all = [.. Enumerable.Range(0, 30)];
        var (cluster, other) = (StoryCluster.Of(all, measure), StoryCluster.Of([.. Enumerable.Range(30, 10)], measure));
        for (var left = 29; left > 0; left--)
        {
            cluster = cluster.Without(30 - left - 1, measure);
            var expected = StoryCluster.Of(all[^left..], measure);
            Assert.Equal(expected.Texts, cluster.Texts);
            Assert.Equal(StoryCluster.MeanCloseness(expected, other, measure), StoryCluster.MeanCloseness(cluster, other, measure), 5);
            Assert.Equal(StoryCluster.MeanCloseness(expected, expected, measure), StoryCluster.MeanCloseness(cluster, cluster, measure), 5);
        }
    }
}
