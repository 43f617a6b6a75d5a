using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>An article that is preferred to those that came before says whose place it takes, and by what evidence.</summary>
public sealed class SupersedingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_preferred_names_what_it_supersedes_and_the_match_with_it()
    {
        using var index = ArticleIndex.InMemory();
        var words = InventedArticles.Words(1, 120);
        _ = index.Add(InventedArticles.Article("later", words, Noon.AddHours(1), "A"));
        var earlier = InventedArticles.Article("earlier", [.. words[..110], .. InventedArticles.Words(2, 20)], Noon, "B");
        var asked = index.Find(earlier);
        var added = index.Add(earlier);
        Assert.Equal((ArticleStanding.Canonical, "later"), (added.Standing, added.Supersedes));
        Assert.Equal(asked with { Story = null }, added with { Story = null });
        var seenFromOther = index.VerdictOf("later")!.Match!;
        Assert.Equal(new ArticleMatch("later", seenFromOther.Kind, seenFromOther.Overlap.Reversed(), IsRemoval: true), added.Match);
        Assert.Equal((MatchKind.Reprint, 130, 120), (added.Match!.Kind, added.Match.Overlap.CountA, added.Match.Overlap.CountB));
        // That was the moment; how it stands is another question.
        Assert.Equal((null, null), (index.VerdictOf("earlier")!.Supersedes, index.VerdictOf("earlier")!.Match));
        var again = index.Add(earlier);
        Assert.Equal((true, ArticleStanding.Canonical, null), (again.IsKnown, again.Standing, again.Supersedes));
    }

    [Fact]
    public void Of_identical_texts_the_one_that_was_preferred_is_superseded_each_time()
    {
        using var index = ArticleIndex.InMemory();
        var words = InventedArticles.Words(1, 80);
        var verdicts = index.AddRange([.. Enumerable.Range(0, 4).Select(i => InventedArticles.Article($"{i}", words, Noon.AddHours(i == 2 ? 9 : -i), $"outlet {i}"))], TestContext.Current.CancellationToken);
        Assert.Equal([null, "0", null, "1"], verdicts.Select(verdict => verdict.Supersedes));
        Assert.Equal(["0", "0", "1"], (string[])[verdicts[1].Match!.Other, verdicts[1].Supersedes!, verdicts[2].Match!.Other]);
        Assert.Equal((MatchKind.Identical, true, 1.0), (verdicts[3].Match!.Kind, verdicts[3].Match!.IsRemoval, verdicts[3].Match!.Overlap.Resemblance));
    }

    [Fact]
    public void Of_two_groups_that_become_one_the_more_preferred_canonical_is_named()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { Deduplication = new DeduplicationOptions { Keep = KeepOrder.Longest } });
        var wire = InventedArticles.Words(1, 300);
        _ = index.Add(InventedArticles.Article("short", wire[..90], Noon, "A"));
        _ = index.Add(InventedArticles.Article("long", wire[180..], Noon.AddHours(1), "B"));
        var whole = index.Add(InventedArticles.Article("whole", wire, Noon.AddHours(2), "C"));
        Assert.Equal((ArticleStanding.Canonical, "long", "long", MatchKind.Excerpt), (whole.Standing, whole.Supersedes, whole.Match?.Other, whole.Match?.Kind));
    }

    [Fact]
    public void Whoever_supersedes_another_is_in_its_place_from_then_on()
    {
        var (superseded, matched, withdrawn) = (0, 0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            using var index = ArticleIndex.InMemory(new ArticleIndexOptions { RecentTexts = 5, Stories = null });
            for (var i = 0; i < 25; i++)
            {
                var mixed = (int)(Mixing.Avalanche((ulong)((seed * 100) + i)) % 1000);
                string[] words = [.. InventedArticles.Edit(InventedArticles.Words(mixed % 3, 60 + (mixed % 100)), 12, mixed), .. InventedArticles.Words(50 + i, mixed % 90)];
                var verdict = index.Add(InventedArticles.Article($"{i}", words, Noon.AddHours(-mixed), $"outlet {mixed % 5}"));
                if (verdict.Standing != ArticleStanding.Canonical) Assert.Null(verdict.Supersedes);
                // What it stands for may have been in the group of another, which goes on without it.
                else if (verdict.Supersedes is null) withdrawn++;
                if (verdict.Supersedes is null) continue;
                superseded++;
                var now = index.VerdictOf(verdict.Supersedes)!;
                Assert.Equal((verdict.Group, verdict.Id), (now.Group, now.Canonical));
                Assert.NotEqual(ArticleStanding.Canonical, now.Standing);
                if (verdict.Match is not { } match) continue;
                matched++;
                Assert.Equal(now.Match, new ArticleMatch(verdict.Id, match.Kind, match.Overlap.Reversed(), match.IsRemoval));
            }
        }
        Assert.True(superseded > 100 && matched > superseded * 0.5 && withdrawn < superseded * 0.1, $"{superseded} superseded, {matched} of them with a match; {withdrawn} stand for what others stood for");
    }
}
