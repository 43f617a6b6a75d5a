namespace Similarity.Formats.Tests;

/// <summary>Labels as people and programs write them, and what is wrong with them.</summary>
public sealed class LabelFilesTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("\uFEFF{\"id\":\"a\",\"label\":\"x\"}\n")]
    [InlineData("\n  \n{\"id\":\"a\",\"label\":\"x\"}\n")]
    [InlineData("id,label\na,x\n")]
    public void Marks_and_empty_lines_before_labels_do_not_matter(string content)
    {
        File.WriteAllText(_path, content);
        var gold = GoldLabels.Read(_path);
        Assert.Equal("x", gold.ById["a"]);
        Assert.Empty(gold.Faults);
    }

    [Theory]
    [InlineData("{\"id\":\"a\\ud800\",\"label\":\"x\"}", null)]
    [InlineData("{\"id\":\"b\",\"label\":true}", "label")]
    [InlineData("{\"id\":\"b\",\"label\":{}}", "label")]
    [InlineData("{\"id\":\"a\",\"label\":\"y\"}", "id")]
    public void A_broken_label_is_told_with_its_line_and_the_others_count(string line, string? field)
    {
        File.WriteAllText(_path, "{\"id\":\"a\",\"label\":\"x\"}\n" + line + "\n{\"id\":\"c\",\"label\":7}\n{\"id\":\"d\",\"label\":null}\n");
        var gold = GoldLabels.Read(_path);
        Assert.Equal(["a", "c"], gold.ById.Keys.Order(StringComparer.Ordinal));
        var fault = Assert.Single(gold.Faults);
        Assert.Equal((2, field), (fault.Line, fault.Field));
    }

    [Theory]
    [InlineData("same\n{\"a\":\"y\",\"b\":\"x\"}", "a")]
    [InlineData("different\n{\"a\":\"x\",\"b\":\"y\"}", "a")]
    [InlineData("same\n{\"a\":\"z\",\"b\":\"z\"}", "b")]
    [InlineData("same\n{\"a\":\"x\",\"b\":\"z\",\"weight\":5e-324}", "weight")]
    [InlineData("same\n{\"a\":\"x\",\"b\":\"z\",\"weight\":9e17}", "weight")]
    [InlineData("same\n{\"a\":\"x\\ud800\",\"b\":\"z\"}", null)]
    public void A_pair_counts_once_and_what_cannot_count_is_told(string pair, string? field)
    {
        File.WriteAllText(_path, "same\n{\"a\":\"x\",\"b\":\"y\"}\n" + pair + "\n");
        var pairs = LabelledPairs.Read(_path);
        _ = Assert.Single(pairs.All);
        var fault = Assert.Single(pairs.Faults);
        Assert.Equal((4, field), (fault.Line, fault.Field));
    }
}
