namespace Similarity.Tests;

public class NoCreditTests
{
    [Theory]
    [InlineData("“It is a bridge,” the mayor told Reuters on Monday.")]
    [InlineData("The bridge is long, according to the AP.")]
    [InlineData("The bridge is long, AP reported on Monday.")]
    [InlineData("The bridge is long, the Associated Press reported.")]
    [InlineData("Most people like it, a Reuters/Ipsos poll found.")]
    [InlineData("The bridge in May. (AP Photo/Jane Doe, File)")]
    [InlineData("The bridge in May. (Jane Doe/Reuters)\n\nA bridge opened.")]
    [InlineData("The bridge in May. REUTERS/Jane Doe\n\nA bridge opened.")]
    [InlineData("Photo: Reuters\n\nA bridge opened on Monday.")]
    [InlineData("Image copyright AFP Image caption The bridge in May\n\nA bridge opened.")]
    [InlineData("© Jane Doe / Getty Images\n\nA bridge opened on Monday.")]
    [InlineData("The mayor spoke to CNN's John Roe about the bridge.")]
    [InlineData("By the time AP counted the votes, the bridge was open.")]
    [InlineData("Bloomberg, 78, opened the bridge in May.")]
    [InlineData("He moved to Harrisburg, PA - and then to Oslo.")]
    [InlineData("North Korea's Korean Central News Agency (KCNA) showed the bridge.")]
    [InlineData("В пресс-службе мэрии рассказали ТАСС, что мост открыт.")]
    [InlineData("“A fine bridge.”\n\nJane Doe, Washington Post\n\n“A bad bridge.”")]
    [InlineData("Source: Survey of 1,000 voters.")]
    [InlineData("This article was originally published on Monday, May 5 and has been updated.")]
    [InlineData("This article was edited by Jane Doe.")]
    [InlineData("Additional reporting by Jane Doe in Oslo")]
    [InlineData("The source said the bridge was long. Copyright law is another matter.")]
    public void What_others_say_to_agencies_and_who_took_pictures_is_none(string text)
    {
        Assert.Equal("", FoundCredits.Said(text));
        Assert.Equal("", FoundCredits.Said(FoundCredits.Long("A bridge opened on Monday.", text)));
    }

    [Fact]
    public void Nothing_is_looked_for_in_the_middle_of_a_long_text() =>
        Assert.Equal("", FoundCredits.Said(FoundCredits.Long("A bridge opened.", FoundCredits.Long("OSLO (Reuters) - It opened.", "It is long."))));

    [Theory]
    [InlineData("(((")]
    [InlineData("By By By ")]
    [InlineData("(AP")]
    [InlineData("AP ")]
    [InlineData("Reuters, ")]
    [InlineData("© 2016 ")]
    [InlineData("\"\"\"")]
    [InlineData("This article was originally published by ")]
    [InlineData("(Reporting by ")]
    [InlineData("<p><b>&nbsp;")]
    [InlineData("<<<<a")]
    [InlineData("\n\n ")]
    [InlineData("新华社")]
    [InlineData("ТАСС ")]
    [InlineData("ÿ€😀—")]
    public void Hostile_texts_cost_no_more_than_others_of_their_length(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var article = new ArticleBuffer();
        article.Set(new Article("a", body) { Title = body });
        var finder = new CreditFinder();
        finder.Find(article);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        finder.Find(article);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 200);
    }

    [Fact]
    public void Any_bytes_do()
    {
        var random = new Random(1);
        var article = new ArticleBuffer();
        var finder = new CreditFinder();
        byte[][] pieces = [[0xC2], [0xE2, 0x80], [0xE3], [0xFF], [0xF0, 0x9F], "©"u8.ToArray(), " (AP) — "u8.ToArray(), "\n"u8.ToArray(), "By "u8.ToArray(), "<p>"u8.ToArray(), "&#x110000;"u8.ToArray(), "&#0;"u8.ToArray(), "Copyright 2016 "u8.ToArray(), "The "u8.ToArray(), ". "u8.ToArray(), "  "u8.ToArray()];
        for (var round = 0; round < 5000; round++)
        {
            article.Clear();
            var body = Enumerable.Range(0, random.Next(60)).SelectMany(_ => pieces[random.Next(pieces.Length)]).ToArray();
            article.Set(ArticleField.Body, body);
            foreach (var credit in finder.Find(article))
            {
                Assert.InRange(credit.Start, 0, credit.NameStart);
                Assert.InRange(credit.NameEnd, credit.NameStart, credit.End);
                Assert.InRange(credit.End, credit.Start, body.Length);
                Assert.NotNull(credit.NameIn(article));
            }
        }
    }

    [Fact]
    public void A_warm_finder_allocates_nothing()
    {
        var article = new ArticleBuffer();
        article.Set(new Article("a", FoundCredits.Long("OSLO (Reuters) - A “bridge” opened.", "The Associated Press contributed to this report.")) { Outlet = "example.com" });
        var finder = new CreditFinder();
        for (var round = 0; round < 100; round++) finder.Find(article);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = finder.Find(article).Length;
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(2, found);
    }
}
