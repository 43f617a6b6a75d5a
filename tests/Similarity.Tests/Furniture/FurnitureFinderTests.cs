using System.Text;

namespace Similarity.Tests;

public sealed class FurnitureFinderTests
{
    private static readonly string Story = $"{string.Join(' ', InventedArticles.Words(1, 60))}.\n{string.Join(' ', InventedArticles.Words(2, 60))}.";

    [Theory]
    [InlineData("Dam leaks above Millbreck", "Dam leaks above Millbreck\n{0}", "Dam leaks above Millbreck:Title")]
    [InlineData("Dam leaks above Millbreck - Valley Post", "Dam leaks above Millbreck\n{0}", "Dam leaks above Millbreck:Title")]
    [InlineData(null, "Dam leaks above town\n{0}\nDam leaks above town", "Dam leaks above town:Repeated|Dam leaks above town:Repeated")]
    [InlineData(null, "News\nSport\n{0}\nRain\nTides", "News\nSport:Label|Rain\nTides:Label")]
    [InlineData(null, "Thu 26 September 2013, 10:00 (GMT+05:00)\n{0}", "Thu 26 September 2013, 10:00 (GMT+05:00:Date")]
    [InlineData(null, "{0}\nRead more: The tide tables", "Read more: The tide tables:Phrase")]
    [InlineData(null, "{0}\nMira Halvorsen is a columnist. She lives in Skerrow.", "Mira Halvorsen is a columnist. She lives in Skerrow:Phrase")]
    [InlineData(null, "{0}\nTHE TEN BEST WALKS ALONG THE COAST OF SKERROW\n{0}x", "THE TEN BEST WALKS ALONG THE COAST OF SKERROW:Label")]
    [InlineData(null, "<p>Read more: Ærø &amp; tides</p>\n{0}", "Read more: Ærø &amp; tides:Phrase")]
    [InlineData(null, "{0}", "")]
    public void Furniture_is_found_with_its_reason_and_place(string? title, string body, string expected)
    {
        var article = new Article("a", body.Replace("{0}", Story, StringComparison.Ordinal)) { Title = title };
        var bytes = Encoding.UTF8.GetBytes(article.Body!);
        var found = Deduplication.Run([article]).FurnitureOf(0).ToArray();
        Assert.Equal(expected, string.Join('|', found.Select(span => $"{Encoding.UTF8.GetString(bytes[span.Start..span.End])}:{span.Reason}")));
    }

    [Fact]
    public void A_text_of_short_lines_is_no_furniture() =>
        Assert.Empty(Deduplication.Run([new Article("a", string.Join('\n', InventedArticles.Words(1, 60)))]).FurnitureOf(0).ToArray());

    [Fact]
    public void A_page_of_nothing_but_furniture_keeps_its_words()
    {
        var page = string.Join('\n', Enumerable.Range(0, 20).Select(i => $"Read more: tide number {i}"));
        var result = Deduplication.Run([new Article("a", page), new Article("b", page)]);
        Assert.Empty(result.FurnitureOf(0).ToArray());
        Assert.Equal(MatchKind.Identical, result.RemovalOf(1)!.Kind);
    }

    [Fact]
    public void Templates_are_copies_of_identical_pages_only()
    {
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        string[] places = ["Skerrow", "Walden", "Kessel", "Norbury", "Harlow"];
        var pages = places.Select((place, i) => new Article($"{i}", $"""
            The desk has issued a yellow warning for {place} that is valid from noon until {i + 3} in the morning.
            Winds will average {50 + i} kilometres an hour on open ground and along the shore.
            Residents of {place} are advised to tie down loose objects and to look in on neighbours.
            The next bulletin will be read at {i + 1}; in an emergency ring the council.
            """) { Outlet = "Radio", Published = noon.AddDays(i) }).ToList();
        var result = Deduplication.Run([.. pages, pages[2] with { Id = "again", Outlet = "Radio", Published = noon.AddDays(9) }]);
        Assert.All(Enumerable.Range(0, 6), page => Assert.Equal(TextForm.Template, result.FormOf(page)));
        Assert.Equal([null, null, null, null, null, 2], Enumerable.Range(0, 6).Select(page => result.RemovalOf(page)?.Other));
    }

    [Fact]
    public void What_is_read_again_is_what_was_read()
    {
        var buffer = new ArticleBuffer();
        foreach (var body in new[] { Story, $"News\n{Story}\nRead more: tides\n{Story}x\nRain", $"<b>News</b>\n{Story}", "Read more" })
        {
            buffer.Set(new Article("a", body) { Title = "Title" });
            var first = new ComparedText(new FeatureOptions());
            first.Read(buffer);
            var again = new ComparedText(new FeatureOptions());
            again.ReadAgain(buffer, first.Form, first.Furniture.ToArray());
            Assert.Equal(first.Words.ToArray(), again.Words.ToArray());
            Assert.Equal(first.Form, again.Form);
        }
    }
}
