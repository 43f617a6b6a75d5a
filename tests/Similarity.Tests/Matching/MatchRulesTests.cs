namespace Similarity.Tests;

public sealed class MatchRulesTests
{
    private static readonly MatchRules Rules = new() { Reprint = 0.5, Excerpt = 0.8, Derived = 0.4, LeastWords = 30 };

    [Theory]
    [InlineData(100, 100, 100, MatchKind.Reprint)]
    [InlineData(100, 150, 150, MatchKind.Reprint)]
    [InlineData(99, 150, 150, MatchKind.Derived)]
    [InlineData(80, 100, 400, MatchKind.Excerpt)]
    [InlineData(79, 100, 400, MatchKind.Derived)]
    [InlineData(29, 29, 400, null)]
    [InlineData(80, 200, 400, MatchKind.Derived)]
    [InlineData(79, 200, 400, null)]
    [InlineData(0, 200, 400, null)]
    public void The_strictest_kind_that_holds_is_chosen(int shared, int a, int b, MatchKind? expected)
    {
        var overlap = new Overlap(shared, a, b);
        Assert.Equal(expected, Rules.Classify(overlap, TextForm.Full, TextForm.Full));
        Assert.Equal(expected, Rules.Classify(overlap.Reversed(), TextForm.Full, TextForm.Full));
    }

    [Theory]
    [InlineData(100, 60, 2, MatchKind.Derived)]
    [InlineData(100, 60, 1, null)]
    [InlineData(100, 61, 3, null)]
    [InlineData(79, 30, 3, null)]
    [InlineData(99, 30, 3, null)]
    public void A_lesser_share_suffices_where_several_passages_hold_it(int shared, int longest, int passages, MatchKind? expected) =>
        Assert.Equal(expected, Rules.Classify(new Overlap(shared, 400, 400) { Longest = longest, Passages = passages }));

    [Theory]
    [InlineData(8, 10, 8, MatchKind.Reprint)]
    [InlineData(7, 10, 8, null)]
    public void Brief_texts_match_only_when_nearly_all_of_them_agrees(int shared, int a, int b, MatchKind? expected) =>
        Assert.Equal(expected, Rules.Classify(new Overlap(shared, a, b), TextForm.Brief, TextForm.Brief));

    [Fact]
    public void A_brief_text_never_matches_an_article() =>
        Assert.Null(Rules.Classify(new Overlap(100, 100, 100), TextForm.Brief, TextForm.Full));

    [Fact]
    public void A_share_outside_its_range_is_refused_with_its_name_and_value()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => new MatchRules { Reprint = 1.5 });
        Assert.Contains("Reprint", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1.5, fault.ActualValue);
    }
}
