namespace Similarity.Tests;

public class AgencyTableTests
{
    [Fact]
    public void A_user_adds_an_agency_and_an_alias()
    {
        var added = AgencyTable.Parse("""
            # Agencies of the invented coast
            Coast Press Service = CPS News | (CPS)
            Reuters = Reuters Coast   # an alias more
            [press releases]
            Bay Wire = BAYWIRE
            """);
        var table = AgencyTable.Default.With(added);
        Assert.Equal("Coast Press Service", Assert.Single(FoundCredits.In("BAYTOWN (CPS) - A bridge opened.", table: table)).Agency?.Name);
        Assert.Equal("Reuters", Assert.Single(FoundCredits.In("BAYTOWN (Reuters Coast) - A bridge opened.", table: table)).Agency?.Name);
        Assert.Equal("Reuters", Assert.Single(FoundCredits.In("BAYTOWN (Reuters) - A bridge opened.", table: table)).Agency?.Name);
        Assert.Equal(CreditKind.PressRelease, Assert.Single(FoundCredits.In("BAYTOWN (BAYWIRE) - A bridge opened.", table: table)).Kind);
        Assert.Empty(FoundCredits.In("BAYTOWN (CPS) - A bridge opened."));
    }

    [Fact]
    public void An_ambiguous_alias_counts_in_clear_forms_only()
    {
        Assert.Single(FoundCredits.In("LONDON (PA) - A bridge opened."));
        Assert.Empty(FoundCredits.In("A bridge opened.\nPA\nIt is long."));
    }

    [Theory]
    [InlineData("Coast Press", "Line 1 of the agency table: an agency is written 'Canonical name = alias | alias'.")]
    [InlineData("\n= CPS", "Line 2 of the agency table: the canonical name is missing.")]
    [InlineData("A One = Bee\nA One = Cee", "Line 2 of the agency table: 'A One' has a line already.")]
    [InlineData("A One = B", "Line 1 of the agency table: alias 'B' is shorter than two characters.")]
    [InlineData("A One = 12", "Line 1 of the agency table: alias '12' does not begin with a letter.")]
    [InlineData("[wires]", "Line 1 of the agency table: '[wires]' is no section; sections are [agencies] and [press releases].")]
    public void A_fault_is_named_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => AgencyTable.Parse(text)).Message);

    [Theory]
    [InlineData("CNN (Web News)", null, true)]
    [InlineData("edition.cnn.com", null, true)]
    [InlineData("Guest Writer", "https://www.cnn.com:443/opinions/bridge.html", true)]
    [InlineData("Springfield Star", "https://star.example/bridge", false)]
    [InlineData(null, null, false)]
    public void A_credit_of_the_outlet_itself_is_told_apart(string? outlet, string? url, bool isOwn) =>
        Assert.Equal(isOwn, Assert.Single(FoundCredits.In("(CNN) A bridge opened.", outlet: outlet, url: url)).IsOwn);

    [Theory]
    [InlineData("apnews.com", "Associated Press", true)]
    [InlineData("AP Fact Check", "Associated Press", true)]
    [InlineData("Fox Online News", "Fox News", true)]
    [InlineData("Apple Daily", "Associated Press", false)]
    [InlineData("news.example.com", "News1", false)]
    public void Outlets_are_known_by_name_word_and_domain(string outlet, string agency, bool isNamed) =>
        Assert.Equal(isNamed, OutletIdentity.IsNamed(System.Text.Encoding.UTF8.GetBytes(outlet), AgencyTable.Default.Find(agency)!));

    [Fact]
    public void Every_name_of_the_default_table_is_found()
    {
        foreach (var agency in AgencyTable.Default.Agencies)
        {
            foreach (var alias in agency.Aliases.Where(alias => !alias.IsDomain))
            {
                Assert.True(FoundCredits.In($"OSLO ({alias.Text}) - A bridge opened.").Count == 1, $"{alias.Text} of {agency}");
            }
        }
    }
}
