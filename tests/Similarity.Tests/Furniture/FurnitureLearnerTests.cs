namespace Similarity.Tests;

public sealed class FurnitureLearnerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private const string Line = "The Valley Post is delivered to every door on Thursday";

    [Theory]
    [InlineData(3, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(6, 0, false)]
    public void A_line_of_three_articles_of_three_days_is_learnt(int articles, int daysApart, bool expected) =>
        Assert.Equal(expected, Learns([.. Enumerable.Range(0, articles).Select(i => Page(i, Noon.AddDays(i * daysApart), "Valley Post"))]));

    [Fact]
    public void Days_may_come_in_any_order_and_again()
    {
        int[] days = [5, 1, 5, 1, 5];
        Assert.False(Learns([.. days.Select((day, i) => Page(i, Noon.AddDays(day), "Valley Post"))]));
        Assert.True(Learns([.. days.Append(3).Select((day, i) => Page(i, Noon.AddDays(day), "Valley Post"))]));
    }

    [Fact]
    public void The_same_page_again_counts_once() =>
        Assert.False(Learns([.. Enumerable.Range(0, 9).Select(i => Page(7, Noon.AddDays(i), "Valley Post"))]));

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Undated_articles_must_be_more(int articles, bool expected) =>
        Assert.Equal(expected, Learns([.. Enumerable.Range(0, articles).Select(i => Page(i, null, "Valley Post"))]));

    [Fact]
    public void A_line_is_furniture_of_the_outlet_that_repeats_it_alone() =>
        Assert.False(Learns([.. Enumerable.Range(0, 5).Select(i => Page(i, Noon.AddDays(i), $"Post {i}"))]));

    [Fact]
    public void What_many_outlets_carry_once_and_one_ran_again_is_news()
    {
        var others = Enumerable.Range(10, 12).Select(i => Page(i, Noon, $"Outlet number {i}"));
        var again = Enumerable.Range(0, 3).Select(i => Page(i, Noon.AddDays(i), "Valley Post"));
        Assert.False(Learns([.. others, .. again]));
        Assert.True(Learns([.. others, .. Enumerable.Range(0, 30).Select(i => Page(i, Noon.AddDays(i), "Valley Post"))]));
    }

    [Fact]
    public void Numbers_may_differ_and_names_only_in_patterns()
    {
        var pages = Enumerable.Range(0, 4).Select(i => new Article($"{i}", $"{Own(i)}\nTide number {i} reaches the harbour wall of {new[] { "Skerrow", "Walden", "Kessel", "Norbury" }[i]} tonight\nPage {i} of the paper\n{Own(50 + i)}")
        {
            Outlet = "Valley Post",
            Published = Noon.AddDays(i),
        });
        var lines = Deduplication.LearnFurniture(pages).Lines;
        Assert.Contains(lines, line => line is { IsPattern: false, Articles: 4 } && line.Text.StartsWith("Page", StringComparison.Ordinal));
        Assert.Contains(lines, line => line is { IsPattern: true } && line.Text.StartsWith("Tide", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line is { IsPattern: false } && line.Text.StartsWith("Tide", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_long_body_the_ends_and_short_lines_are_looked_at()
    {
        string Long(int i) => string.Join('\n', Enumerable.Range(0, 12).Select(j => string.Join(' ', InventedArticles.Words((i * 100) + j, 60))));
        Assert.True(Learns([.. Enumerable.Range(0, 3).Select(i => new Article($"{i}", $"{Long(i)}\n{Line}\n{Long(40 + i)}") { Outlet = "Valley Post", Published = Noon.AddDays(i) })]));
    }

    private static bool Learns(IReadOnlyList<Article> articles) => Deduplication.LearnFurniture(articles).Lines.Any(line => line.Text == Line);

    private static Article Page(int seed, DateTimeOffset? published, string outlet) =>
        new($"{seed}", $"{Own(seed)}\n{Line}\n{Own(1000 + seed)}") { Outlet = outlet, Published = published };

    private static string Own(int seed) => string.Join(' ', InventedArticles.Words(seed, 40));
}
