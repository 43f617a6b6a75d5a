namespace Similarity.Tests;

/// <summary>What belongs together, and what only looks as if it did.</summary>
public sealed class GroupingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_and_the_last_third_of_a_text_meet_through_the_whole()
    {
        var wire = InventedArticles.Words(1, 300);
        var result = Deduplication.Run(
        [
            InventedArticles.Article("first", wire[..100], Noon, "A"),
            InventedArticles.Article("whole", wire, Noon.AddHours(1), "B"),
            InventedArticles.Article("last", wire[200..], Noon.AddHours(2), "C"),
        ]);
        Assert.Equal(3, Assert.Single(result.Groups).Members.Count + 1);
    }

    [Fact]
    public void Any_shared_run_of_the_stated_length_gives_two_fingerprints_in_common()
    {
        var options = new FeatureOptions();
        for (var seed = 0; seed < 200; seed++)
        {
            var run = InventedArticles.Words(1000 + seed, options.CandidateWords);
            var comparison = ArticleComparison.Of(
                InventedArticles.Article("a", [.. InventedArticles.Words(seed, 400 + seed), .. run, .. InventedArticles.Words(300 + seed, 900)]),
                InventedArticles.Article("b", [.. InventedArticles.Words(600 + seed, 37), .. run, .. InventedArticles.Words(800 + seed, 2000)]));
            Assert.InRange(comparison.SharedFingerprints, 2, 20);
        }
    }

    [Fact]
    public void A_notice_of_thirty_words_is_found_in_an_article_of_three_thousand()
    {
        var article = InventedArticles.Words(1, 3000);
        var result = Deduplication.Run([InventedArticles.Article("long", article, Noon, "A"), InventedArticles.Article("short", article[1700..1731], Noon.AddHours(1), "B")]);
        Assert.Equal(MatchKind.Excerpt, result.RemovalOf(1)!.Kind);
    }

    [Fact]
    public void A_third_of_a_wire_amid_own_text_is_derived_and_stays()
    {
        var wire = InventedArticles.Words(1, 360);
        var result = Deduplication.Run(
        [
            InventedArticles.Article("wire", wire, Noon, "A"),
            InventedArticles.Article("local", [.. InventedArticles.Words(2, 90), .. wire[100..220], .. InventedArticles.Words(3, 90)], Noon.AddHours(1), "B"),
        ]);
        var member = Assert.Single(Assert.Single(result.Groups).Members);
        Assert.Equal((MatchKind.Derived, false), (member.Kind, member.IsRemoval));
    }

    [Fact]
    public void A_speech_that_articles_quote_does_not_group_them()
    {
        var speech = $"“{string.Join(' ', InventedArticles.Words(9, 150))}”";
        var result = Deduplication.Run([.. Enumerable.Range(0, 4).Select(i => InventedArticles.Article(
            $"{i}", [.. InventedArticles.Words(20 + i, 120), speech, .. InventedArticles.Words(40 + i, 60)], Noon.AddDays(i), $"outlet {i}"))]);
        Assert.Empty(result.Groups);
    }

    [Fact]
    public void Pages_of_a_series_are_not_copies_and_an_outlet_that_runs_a_story_twice_has_copies()
    {
        var form = InventedArticles.Words(1, 200);
        var series = Enumerable.Range(0, 5).Select(i => InventedArticles.Article($"s{i}", InventedArticles.Edit(form, 9, 100 + i), Noon.AddDays(i), "Series"));
        var story = InventedArticles.Words(2, 200);
        var twice = Enumerable.Range(0, 2).Select(i => InventedArticles.Article($"t{i}", InventedArticles.Edit(story, 90, 200 + i), Noon.AddDays(i), "Twice"));
        var result = Deduplication.Run([.. series, .. twice]);
        Assert.Equal([5, 6], Assert.Single(result.Groups).Members.Select(member => member.Article).Append(result.Groups[0].Canonical).Order());
    }

    [Fact]
    public void Of_versions_that_one_outlet_published_the_newest_is_kept_unless_asked_otherwise()
    {
        var first = InventedArticles.Words(1, 200);
        Article[] articles =
        [
            InventedArticles.Article("first", first, Noon, "Wire"),
            InventedArticles.Article("other", first[..180], Noon.AddHours(1), "Other"),
            InventedArticles.Article("update", [.. InventedArticles.Edit(first, 90, 5), .. InventedArticles.Words(2, 30)], Noon.AddHours(2), "Wire"),
        ];
        Assert.Equal("update", Kept(KeepOrder.Earliest));
        Assert.Equal("first", Kept(KeepOrder.First));

        string Kept(KeepOrder keep)
        {
            var result = Deduplication.Run(articles, new DeduplicationOptions { Keep = keep });
            return result.IdOf(Assert.Single(Enumerable.Range(0, 3), article => result.RemovalOf(article) is null));
        }
    }

    [Fact]
    public void A_reprint_of_what_was_derived_joins_the_group_of_the_wire()
    {
        var wire = InventedArticles.Words(1, 300);
        string[] derived = [.. InventedArticles.Words(2, 150), .. wire[..160]];
        var result = Deduplication.Run(
        [
            InventedArticles.Article("wire", wire, Noon, "A"),
            InventedArticles.Article("copy", wire[..290], Noon.AddHours(1), "B"),
            InventedArticles.Article("derived", derived, Noon.AddHours(2), "C"),
            InventedArticles.Article("reprint", derived[..190], Noon.AddHours(3), "D"),
        ]);
        Assert.Equal(4, Assert.Single(result.Groups).Members.Count + 1);
        Assert.Equal(2, result.RemovalOf(3)!.Other);
    }
}
