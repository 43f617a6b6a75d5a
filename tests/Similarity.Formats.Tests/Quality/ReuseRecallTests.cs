using System.Globalization;
using System.Text.Json.Nodes;

namespace Similarity.Formats.Tests;

/// <summary>Copies among real articles of one event, graded by aligned passages: 3 is a copy, 2 derived, 0 neither.</summary>
public class ReuseRecallTests
{
    [Fact]
    public async Task Copies_and_derived_texts_are_grouped_and_pages_that_share_furniture_are_not()
    {
        var articles = await SharedArticles.ReadAsync("stories/ecbplus-topics-01-22.jsonl", "stories/giveme5w1h.jsonl", "stories/gun-violence-dev.jsonl");
        var pairs = SharedArticles.ReadPairs("pairs/reuse-mechanical.pairs.jsonl");
        var place = articles.Index().ToDictionary(article => article.Item.Id, article => article.Index, StringComparer.Ordinal);
        var result = Deduplication.Run(articles, new DeduplicationOptions { Threads = 2 }, TestContext.Current.CancellationToken);

        var found = pairs.ToLookup(pair => (int)pair["label"]!);
        for (var label = 3; label >= 0; label--)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"label {label}: {found[label].Count()} pairs, {found[label].Count(AreGrouped)} in one group"));
        }

        Assert.Empty(found[3].Where(pair => !AreGrouped(pair)).Select(Describe));
        Assert.InRange((double)found[2].Count(AreGrouped) / found[2].Count(), 0.94, 1);
        Assert.Empty(found[0].Where(pair => (string)pair["kind"]! != "independent" && AreGrouped(pair)).Select(Describe));
        // Two texts that share nothing can both share much with a third.
        Assert.InRange(found[0].Count(AreGrouped), 0, 6);
        Assert.Empty(found[0].Where(pair => AreGrouped(pair) && MatchOf(pair) is not null).Select(Describe));

        bool AreGrouped(JsonNode pair) => result.GroupOf(PlaceOf(pair, "a")) is { } group && group.Equals(result.GroupOf(PlaceOf(pair, "b")));

        MatchKind? MatchOf(JsonNode pair) => ArticleComparison.Of(articles[PlaceOf(pair, "a")], articles[PlaceOf(pair, "b")]).Kind;

        int PlaceOf(JsonNode pair, string side) => place[(string)pair[side]!];

        string Describe(JsonNode pair)
        {
            var (a, b) = (articles[PlaceOf(pair, "a")], articles[PlaceOf(pair, "b")]);
            var comparison = ArticleComparison.Of(a, b);
            return $"{pair.ToJsonString()} {comparison.Kind} {comparison.Overlap} {comparison.A.Words} {comparison.B.Words}";
        }
    }
}
