namespace Similarity.Tests;

public sealed class TextLineageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Wire = InventedArticles.Words(1, 240);
    private static readonly string WireText = string.Join(' ', Wire);

    [Fact]
    public void A_credited_agency_is_the_origin_even_where_it_published_last()
    {
        Article[] articles =
        [
            new("local", $"CORRAN (Reuters) - {WireText}") { Outlet = "Valley Post", Published = Noon, Title = "Dam leaks" },
            new("wire", $"CORRAN (Reuters) - {WireText}") { Outlet = "Reuters", Published = Noon.AddHours(5), Title = "Leak in Corran dam" },
        ];
        var lineage = Trace(articles);
        Assert.Equal((0, "Reuters", 1), (lineage.Earliest, lineage.Origin, lineage.OriginArticle));
        Assert.Equal([1, 0], lineage.Members.Select(member => member.Article));
        Assert.Equal((1, LineageBasis.Credit, EditKinds.NewHeadline), (lineage.Members[1].Source, lineage.Members[1].Basis, lineage.Members[1].Edits));
    }

    [Fact]
    public void An_origin_need_not_be_in_the_data()
    {
        var lineage = Trace(
        [
            new("a", $"CORRAN (Reuters) - {WireText}") { Outlet = "Valley Post", Published = Noon },
            new("b", WireText) { Outlet = "Harbour Gazette", Published = Noon.AddHours(1) },
        ]);
        Assert.Equal(("Reuters", null), (lineage.Origin, lineage.OriginArticle));
    }

    [Fact]
    public void Each_edit_is_named()
    {
        var own = string.Join(' ', InventedArticles.Words(7, 40));
        Assert.Equal(EditKinds.Verbatim, EditsOf(WireText));
        Assert.Equal(EditKinds.NewHeadline, EditsOf(WireText, "Another headline altogether"));
        Assert.Equal(EditKinds.Trimmed, EditsOf(string.Join(' ', Wire[..120])));
        Assert.Equal(EditKinds.NewIntro, EditsOf($"{own} {WireText}"));
        Assert.Equal(EditKinds.Extended, EditsOf($"{WireText} {own}"));
        Assert.Equal(EditKinds.Extended | EditKinds.Localised, EditsOf($"{WireText} “{own}”"));
        Assert.Equal(EditKinds.Corrected, EditsOf(string.Join(' ', InventedArticles.Edit(Wire, 200, 3))));

        static EditKinds EditsOf(string body, string title = "Dam leaks") => Trace(
        [
            new("wire", WireText) { Outlet = "A", Title = "Dam leaks", Published = Noon },
            new("copy", body) { Outlet = "B", Title = title, Published = Noon.AddHours(1) },
            // So that the wire and the copy are a group even where they are the same.
            new("other", string.Join(' ', Wire[..230])) { Outlet = "C", Title = "Dam leaks", Published = Noon.AddHours(2) },
        ]).Members.Single(member => member.Article == 1).Edits;
    }

    [Fact]
    public void Originality_is_the_share_of_words_that_no_earlier_member_has()
    {
        var lineage = Trace(
        [
            new("wire", WireText) { Outlet = "A", Published = Noon },
            new("half", $"{string.Join(' ', Wire[..120])} {string.Join(' ', InventedArticles.Words(5, 40))}") { Outlet = "B", Published = Noon.AddHours(1) },
            new("none", string.Join(' ', Wire[..200])) { Outlet = "C", Published = Noon.AddHours(2) },
        ]);
        Assert.Equal([1, 0.25, 0], lineage.Members.Select(member => member.Originality));
    }

    [Fact]
    public void Later_versions_by_the_same_outlet_are_told_from_copies()
    {
        var lineage = Trace(
        [
            new("first", WireText) { Outlet = "A", Published = Noon },
            new("update", $"{WireText} {string.Join(' ', InventedArticles.Words(5, 40))}") { Outlet = "A", Published = Noon.AddHours(1) },
            new("copy", string.Join(' ', Wire[..200])) { Outlet = "B", Published = Noon.AddHours(2) },
        ]);
        Assert.Equal([null, 0, null], lineage.Members.Select(member => member.VersionOf));
    }

    [Fact]
    public void Of_a_large_group_the_first_members_are_traced()
    {
        var articles = Enumerable.Range(0, 700).Select(i => new Article($"{i}", $"{string.Join(' ', InventedArticles.Edit(Wire, 80, i))}") { Outlet = $"outlet {i}", Published = Noon.AddMinutes(i) }).ToList();
        var lineage = Trace(articles);
        Assert.Equal(500, lineage.Members.Count);
        Assert.Equal(0, lineage.Members[0].Article);
    }

    private static TextLineage Trace(IReadOnlyList<Article> articles) => Assert.Single(Deduplication.Run(articles).TraceLineage(articles));
}
