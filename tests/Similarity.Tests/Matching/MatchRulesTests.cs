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
    [InlineData(55, 200, 400, null)]
    [InlineData(0, 200, 400, null)]
    public void The_strictest_kind_that_holds_is_chosen(int shared, int a, int b, MatchKind? expected)
    {
        var overlap = new Overlap(shared, a, b);
        Assert.Equal(expected, Rules.Classify(overlap, TextForm.Full, TextForm.Full));
        Assert.Equal(expected, Rules.Classify(overlap.Reversed(), TextForm.Full, TextForm.Full));
    }

    [Theory]
    [InlineData(112, 0, MatchKind.Derived)]
    [InlineData(111, 0, null)]
    [InlineData(112, 56, MatchKind.Derived)]
    [InlineData(112, 57, null)]
    [InlineData(130, 70, MatchKind.Derived)]
    public void A_lesser_share_suffices_where_enough_of_it_is_not_quoted(int shared, int quoted, MatchKind? expected) =>
        Assert.Equal(expected, Rules.Classify(new Overlap(shared, 400, 400) { Quoted = quoted }));

    [Fact]
    public void A_speech_that_two_articles_quote_makes_neither_a_copy() =>
        Assert.Null(Rules.Classify(new Overlap(150, 180, 400) { Quoted = 140 }));

    [Theory]
    [InlineData(3, true, MatchKind.Reprint)]
    [InlineData(4, true, null)]
    [InlineData(4, false, MatchKind.Reprint)]
    public void Pages_of_one_outlet_that_differ_in_many_names_and_figures_are_a_series(int exchanged, bool isSameOutlet, MatchKind? expected) =>
        Assert.Equal(expected, Rules.Classify(new Overlap(100, 110, 110) { Exchanged = exchanged }, isSameOutlet));

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
