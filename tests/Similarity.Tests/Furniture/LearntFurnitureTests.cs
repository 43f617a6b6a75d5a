using CsCheck;

namespace Similarity.Tests;

public sealed class LearntFurnitureTests
{
    [Fact]
    public void What_is_written_is_read_again() => Gen.Select(
        Gen.String[Gen.Char["ab#~\\\t\n né"], 1, 8], Gen.String[Gen.Char["ab#~\\\t\n 9né"], 1, 20], Gen.Bool, Gen.Int[1, 99], Gen.Bool).Array[0, 8].Sample(shapes =>
    {
        var lines = shapes.Select(shape => new LearntLine(shape.Item1, shape.Item2, shape.Item3, shape.Item4, shape.Item4, shape.Item5 ? new DateOnly(2026, 3, 1) : null));
        var written = LearntFurniture.None.With(lines);
        Assert.Equal(written.Lines, LearntFurniture.Parse(written.ToText()).Lines);
    });

    [Theory]
    [InlineData("a\t1\t1", "Line 1 of the learnt furniture has 3 fields")]
    [InlineData("# x\na\tmany\t1\t\tline", "Line 2 of the learnt furniture articles: 'many'")]
    [InlineData("a\t1\t1\tyesterday\tline", "last seen: 'yesterday'")]
    public void What_cannot_be_read_is_refused_with_line_and_field(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LearntFurniture.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_line_that_a_person_adds_is_left_out_and_one_that_is_deleted_is_text()
    {
        var article = new Article("a", $"{string.Join(' ', InventedArticles.Words(1, 60))}\nThe Post reaches 4,000 doors\nTides by the harbour office") { Outlet = "Post" };
        var known = LearntFurniture.Parse("Post\t9\t9\t\tThe Post reaches 9,999 doors\n");
        var result = Deduplication.Run([article], new DeduplicationOptions().Knowing(known));
        var span = Assert.Single(result.FurnitureOf(0).ToArray());
        Assert.Equal("The Post reaches 4,000 doors", article.Body![span.Start..span.End]);
        Assert.Equal(FurnitureReason.Learnt, span.Reason);
        Assert.Empty(Deduplication.Run([article]).FurnitureOf(0).ToArray());
    }

    [Fact]
    public void Lines_not_seen_for_long_can_be_forgotten()
    {
        var known = LearntFurniture.Parse("a\t3\t3\t2020-01-01\told line\na\t3\t3\t2026-01-01\tnew line\na\t3\t3\t\tundated line");
        Assert.Equal(["new line", "undated line"], known.SeenSince(new DateOnly(2025, 1, 1)).Lines.Select(line => line.Text));
    }
}
