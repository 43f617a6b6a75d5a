using System.Text;
using System.Text.Json;

namespace Similarity.Formats.Tests;

public class HtmlReaderTests
{
    private const string FirstParagraph =
        "The bridge over the Lindau was closed on Monday after engineers found a crack, as wide as a thumb, in the second of its four piers, the town said.";

    private const string SecondParagraph =
        "Lorries now take the old road through the hills, which adds forty minutes to the trip; school buses may still cross at walking pace, one at a time.";

    private const string Page = $"""
        <!DOCTYPE html>
        <html lang="en"><head>
        <meta charset="utf-8"><title>Bridge closed - Lindau Post</title>
        <link rel="canonical" href="https://lindau.example/bridge">
        <meta property="og:site_name" content="Lindau Post"><meta property="og:title" content="Bridge closed after crack is found">
        <meta property="article:published_time" content="2024-05-06T07:08:09+02:00">
        <script>var secret = "never read";</script></head>
        <body><nav><a href="/">Home of menus</a></nav>
        <article><h1>Bridge closed after crack is found</h1><p>{FirstParagraph}</p><p>{SecondParagraph}</p><p>{FirstParagraph}</p><p>{SecondParagraph}</p></article>
        <footer><p>Contact us</p></footer></body></html>
        """;

    private static HtmlReader Reader(int maxRecordBytes = 32 << 20) => new(new ReadOptions { MaxRecordBytes = maxRecordBytes }, "saved/bridge.html");

    [Fact]
    public async Task A_page_with_half_a_million_neighbours_is_read_all_the_same()
    {
        var read = await ReadRecords.FromAsync(Reader(), $"<body>{string.Concat(Enumerable.Repeat("<br>", 500_000))}<p>{FirstParagraph}</p></body>");
        Assert.Contains(FirstParagraph, (string?)Parse(read)["body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_found_in_its_page()
    {
        var read = await ReadRecords.FromAsync(Reader(), Page);
        Assert.Empty(read.Faults);
        var article = Parse(read);
        Assert.Equal("saved/bridge.html", article["id"]);
        Assert.Equal("https://lindau.example/bridge", article["url"]);
        Assert.Equal("Lindau Post", article["outlet"]);
        Assert.Equal("Bridge closed after crack is found", article["title"]);
        Assert.Equal("2024-05-06T05:08:09.0000000Z", article["published"]);
        Assert.Equal("en", article["language"]);
        Assert.EndsWith($"{FirstParagraph}\n{SecondParagraph}\n{FirstParagraph}\n{SecondParagraph}", article["body"], StringComparison.Ordinal);
        Assert.DoesNotContain("menus", article["body"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_an_article_gives_its_text_and_says_so()
    {
        var read = await ReadRecords.FromAsync(
            Reader(), "<title>Short note</title><style>p{}</style><script>no()</script><nav>Menu</nav><p>Closed <b>today</b>.</p><p>Open tomorrow.</p>");
        var article = Parse(read);
        Assert.Equal("Short note", article["title"]);
        Assert.Equal("Closed today.\nOpen tomorrow.", article["body"]);
        var fault = Assert.Single(read.Faults);
        Assert.False(fault.Fatal);
        Assert.Contains("No article was found", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta charset=\"windows-1252\">", 1252)]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">", 1252)]
    [InlineData("<meta charset=windows-1251>", 1251)]
    [InlineData("", 65001)]
    [InlineData("<meta charset=\"no-such-thing\">", 65001)]
    public async Task The_declared_encoding_is_used_and_UTF8_otherwise(string declaration, int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.UTF8;
        var word = codePage == 1251 ? "\u041C\u043E\u0441\u043A\u0432\u0430" : "Caf\u00E9";
        var page = encoding.GetBytes($"<html><head>{declaration}<title>{word}</title></head><body><p>{word}</p></body></html>");
        var article = Parse(await ReadRecords.FromAsync(Reader(), new MemoryStream(page)));
        Assert.Equal(word, article["title"]);
        Assert.Equal(word, article["body"]);
    }

    [Fact]
    public async Task A_byte_order_mark_wins_over_the_declaration()
    {
        var page = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<meta charset=\"utf-8\"><p>Caf\u00E9</p>")]);
        Assert.Equal("Caf\u00E9", Parse(await ReadRecords.FromAsync(Reader(), page))["body"]);
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<ul><li>", 100_000)]
    [InlineData("<p><b><i><div>", 25_000)]
    [InlineData("<svg><g>", 100_000)]
    [InlineData("<a><div>", 50_000)]
    public async Task A_page_nested_without_end_is_refused_and_does_not_crash(string tags, int times)
    {
        var read = await ReadRecords.FromAsync(Reader(), "<body>" + string.Concat(Enumerable.Repeat(tags, times)) + "text");
        Assert.Empty(read.Texts);
        Assert.Contains("levels deep", Assert.Single(read.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paragraphs_that_are_never_closed_are_not_nested()
    {
        var read = await ReadRecords.FromAsync(Reader(), "<body>" + string.Concat(Enumerable.Repeat("<p>A line of text.", 5000)));
        Assert.Equal(5000, Parse(read)["body"].Split('\n').Length);
    }

    [Fact]
    public async Task A_page_above_the_limit_is_a_fault()
    {
        var read = await ReadRecords.FromAsync(Reader(maxRecordBytes: 1024), new EndlessLine("<p>"u8.ToArray(), (byte)'x', 2000, default));
        Assert.Empty(read.Texts);
        Assert.Contains("1024 bytes", Assert.Single(read.Faults).Reason, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Parse(ReadRecords read) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Assert.Single(read.Texts))!;
}
