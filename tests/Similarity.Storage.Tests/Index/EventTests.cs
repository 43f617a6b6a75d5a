using Similarity.Tests;

namespace Similarity.Storage.Tests;

public sealed class EventTests
{
    private static readonly ArticleIndexOptions OfGroups = new() { Stories = null };

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Changes_of_groups_are_told_in_order_and_a_consumer_can_resume()
    {
        using var scratch = new Scratch();
        var wire = InventedArticles.Words(1, 300);
        string name;
        using (var index = ArticleIndex.Open(scratch["index"], OfGroups))
        {
            _ = index.Add(InventedArticles.Article("first", wire[..100], Noon.AddHours(2), "A"));
            _ = index.Add(InventedArticles.Article("first again", wire[..98], Noon.AddHours(3), "B"));
            _ = index.Add(InventedArticles.Article("last", wire[200..], Noon.AddHours(4), "C"));
            _ = index.Add(InventedArticles.Article("last again", wire[202..], Noon.AddHours(5), "D"));
            Assert.Empty(index.EventsAfter(0));
            var (first, last) = (index.VerdictOf("first")!.Group!, index.VerdictOf("last")!.Group!);

            name = index.Add(InventedArticles.Article("whole", wire, Noon.AddHours(6), "E")).Group!;
            var merged = Assert.Single(index.EventsAfter(0));
            Assert.Equal((1, IndexEventKind.GroupsMerged, name, "first"), (merged.Number, merged.Kind, merged.Group, merged.Article));
            Assert.Equal([first, last], merged.Others);

            // Published before all others, so that it is the one to keep.
            var earlier = index.Add(InventedArticles.Article("earliest", wire[..295], Noon, "F"));
            Assert.Equal(ArticleStanding.Canonical, earlier.Standing);
            var changed = Assert.Single(index.EventsAfter(1));
            Assert.Equal((2, IndexEventKind.CanonicalChanged, earlier.Group, "earliest"), (changed.Number, changed.Kind, changed.Group, changed.Article));
            Assert.Equal([name], changed.Others);
        }
        using (var index = ArticleIndex.Open(scratch["index"], OfGroups))
        {
            var group = index.VerdictOf("whole")!.Group;
            Assert.True(index.Remove("earliest"));
            Assert.True(index.Remove("whole"));
            Assert.Equal(
                [IndexEventKind.ArticleRemoved, IndexEventKind.CanonicalChanged, IndexEventKind.ArticleRemoved, IndexEventKind.GroupSplit],
                index.EventsAfter(2).Select(change => change.Kind));
            Assert.Equal(group, index.EventsAfter(2).First().Group);
            Assert.Equal(2, index.EventsAfter(5).Single().Others.Count);
            Assert.Equal(6, index.Statistics.LastEvent);
        }
    }

    [Fact]
    public void Only_the_events_that_happened_last_are_kept()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { EventsKept = 3 });
        for (var i = 0; i < 10; i++) _ = index.Add(InventedArticles.Article($"{i}", InventedArticles.Words(i, 50)));
        for (var i = 0; i < 10; i++) _ = index.Remove($"{i}");
        Assert.Equal(["7", "8", "9"], index.EventsAfter(0).Select(change => change.Article));
    }

    [Fact]
    public void Of_identical_texts_a_preferred_one_that_comes_later_is_told()
    {
        using var index = ArticleIndex.InMemory(OfGroups);
        var words = InventedArticles.Words(1, 80);
        _ = index.Add(InventedArticles.Article("a", words, Noon.AddHours(1)));
        var former = index.Add(InventedArticles.Article("b", words, Noon.AddHours(2))).Group!;
        var now = index.Add(InventedArticles.Article("c", words, Noon));
        Assert.Equal(ArticleStanding.Canonical, now.Standing);
        var change = Assert.Single(index.EventsAfter(0));
        Assert.Equal((IndexEventKind.CanonicalChanged, now.Group, "c"), (change.Kind, change.Group, change.Article));
        Assert.Equal([former], change.Others);
        Assert.Empty(index.Verify());
    }
}
