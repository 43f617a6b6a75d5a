using System.Globalization;
using System.Text.Json.Nodes;

namespace Similarity.Formats.Tests;

/// <summary>Copies among real articles of one event, graded by aligned passages: 3 is a copy, 2 derived, 0 neither.</summary>
public class ReuseRecallTests
{
    [Fact]
    public async Task Copies_are_grouped_derived_texts_are_mostly_linked_and_others_left_alone()
    {
        var articles = await SharedArticles.ReadAsync("stories/ecbplus-topics-01-22.jsonl", "stories/giveme5w1h.jsonl", "stories/gun-violence-dev.jsonl");
        var pairs = SharedArticles.ReadPairs("pairs/reuse-mechanical.pairs.jsonl");
        var place = articles.Index().ToDictionary(article => article.Item.Id, article => article.Index, StringComparer.Ordinal);
        var result = Deduplication.Run(articles, new DeduplicationOptions { Threads = 2 }, TestContext.Current.CancellationToken);

        var found = pairs.ToLookup(pair => (int)pair["label"]!, pair => (Pair: pair, Relation: RelationOf(pair)));
        var grouped = Enumerable.Range(0, 4).Select(label => found[label].Count(one => one.Relation == Relation.Group)).ToArray();
        var linked = Enumerable.Range(0, 4).Select(label => found[label].Count(one => one.Relation == Relation.Link)).ToArray();
        for (var label = 3; label >= 0; label--)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"label {label}: {found[label].Count()} pairs, {grouped[label]} in one group, {linked[label]} linked"));
        }

        Assert.Empty(found[3].Where(one => one.Relation != Relation.Group).Select(one => Describe(one.Pair)));
        Assert.Empty(found[0].Where(one => one.Relation == Relation.Group).Select(one => Describe(one.Pair)));
        Assert.InRange((double)(grouped[2] + linked[2]) / found[2].Count(), 0.6, 1);

        Relation RelationOf(JsonNode pair)
        {
            var (a, b) = (place[(string)pair["a"]!], place[(string)pair["b"]!]);
            var (groupOfA, groupOfB) = (result.GroupOf(a), result.GroupOf(b));
            if (groupOfA is not null && groupOfA == groupOfB) return Relation.Group;
            return Leads(groupOfA, groupOfB, b) || Leads(groupOfB, groupOfA, a) ? Relation.Link : Relation.None;
        }

        bool Leads(TextGroup? from, TextGroup? to, int article) =>
            from?.DerivedFrom is { } source && (source.Other == article || (to is not null && result.GroupOf(source.Other) == to));

        string Describe(JsonNode pair)
        {
            var (a, b) = (articles[place[(string)pair["a"]!]], articles[place[(string)pair["b"]!]]);
            var comparison = ArticleComparison.Of(a, b);
            return $"{pair.ToJsonString()} {comparison.Kind} {comparison.Overlap} {comparison.A.Words} {comparison.B.Words}";
        }
    }

    private enum Relation
    {
        None,
        Link,
        Group,
    }
}
