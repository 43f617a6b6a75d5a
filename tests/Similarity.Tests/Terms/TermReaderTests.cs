namespace Similarity.Tests;

public sealed class TermReaderTests
{
    [Fact]
    public void Terms_are_stems_of_title_and_body_without_stop_words()
    {
        var table = Read(new Article("a", "The dam was leaking. Dams leak, and so the engineers said.") { Title = "Engineer leaks" });
        Assert.Equal(["dam 2", "engineer 2", "leak 3"], Describe(table, 0));
    }

    [Fact]
    public void A_word_that_is_capitalised_more_often_than_not_is_a_name_and_so_is_a_number()
    {
        var table = Read(new Article("a", "Corran burst on 14 June: water, Water, water. Corran fell."));
        Assert.Equal(["14", "corran", "june"], Named(table, 0));
    }

    [Theory]
    [InlineData("Call 555-0100 now", "call")]
    [InlineData("Call (202) 555-0100 now", "call")]
    [InlineData("Call 202-555-0100 now", "call")]
    [InlineData("Call 1-202-555-0100 now", "call")]
    [InlineData("Call +1 (202) 555-0100 now", "call")]
    [InlineData("Call 202.555.0100", "call")]
    [InlineData("555-0100", "")]
    [InlineData("Some 555 of 0100 left", "0100 555 left")]
    [InlineData("Flight 202: 555, 1200 of them", "1200 202 555 flight")]
    [InlineData("From 2019-2020 on", "2019 2020")]
    [InlineData("12 202 555-0100", "12")]
    [InlineData("On 2026-03-14", "03 14 2026")]
    public void A_telephone_number_is_no_term(string body, string terms)
    {
        var table = Read(new Article("a", body));
        Assert.Equal(terms, string.Join(' ', Describe(table, 0).Select(term => term.Split(' ')[0])));
    }

    [Fact]
    public void Stop_words_are_those_of_the_language_of_the_text()
    {
        var table = Read(
            new Article("en", "In the war that die was cast, and the dice were thrown by those who had been there."),
            new Article("de", "Die Glocke war nicht in den Weizen gefallen, und der Bauer hat sich bei dem Pfarrer bedankt."));
        Assert.Contains("war 1", Describe(table, 0));
        Assert.Contains("die 1", Describe(table, 0));
        Assert.DoesNotContain("war 1", Describe(table, 1));
        Assert.DoesNotContain("die 1", Describe(table, 1));
    }

    [Fact]
    public void Scripts_without_spaces_give_pairs_of_neighbours()
    {
        var table = Read(new Article("ja", "東京都知事"));
        Assert.Equal(["京都 1", "東京 1", "知事 1", "都知 1"], Describe(table, 0));
    }

    [Fact]
    public void A_word_has_the_same_term_whichever_way_it_was_written_first()
    {
        var plain = new Article("a", "Half of 12 and 21 fine words");
        var odd = new Article("b", "12½ and 1⁄21 ﬁne words");
        Assert.Equal(Describe(Read(plain, odd), 1), Describe(Read(odd, plain), 0));
    }

    [Fact]
    public void What_stands_for_a_term_is_its_shortest_word()
    {
        var table = Read(new Article("a", "elections electing elected"), new Article("b", "elects electing"));
        Assert.Equal(["elects 3"], Describe(table, 0));
    }

    [Fact]
    public void The_same_terms_come_out_on_any_number_of_threads()
    {
        var articles = Enumerable.Range(0, 3000).Select(i => InventedArticles.Article($"{i}", InventedArticles.Words(i / 3, 40))).ToArray();
        var one = Read(1, articles);
        var four = Read(4, articles);
        for (var i = 0; i < articles.Length; i++) Assert.Equal(Describe(one, i), Describe(four, i));
    }

    private static TermTable Read(params Article[] articles) => Read(1, articles);

    private static TermTable Read(int threads, Article[] articles)
    {
        var result = Deduplication.Run(articles, new DeduplicationOptions { Threads = threads });
        var all = Enumerable.Range(0, articles.Length).ToArray();
        return result.ReadTerms(new ArticleList(articles), all, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => { });
    }

    private static List<string> Describe(TermTable table, int text)
    {
        var (terms, counts) = (table.TermsOf(text).ToArray(), table.CountsOf(text).ToArray());
        return [.. terms.Zip(counts).Select(term => $"{WordOf(table, term.First)} {TermOccurrence.Unpack(term.First, term.Second).Count}").Order(StringComparer.Ordinal)];
    }

    private static List<string> Named(TermTable table, int text)
    {
        var (terms, counts) = (table.TermsOf(text).ToArray(), table.CountsOf(text).ToArray());
        return [.. terms.Zip(counts).Where(term => TermOccurrence.Unpack(term.First, term.Second).IsName).Select(term => WordOf(table, term.First)).Order(StringComparer.Ordinal)];
    }

    private static string WordOf(TermTable table, uint term) => System.Text.Encoding.UTF8.GetString(table.WordOf(term));
}
