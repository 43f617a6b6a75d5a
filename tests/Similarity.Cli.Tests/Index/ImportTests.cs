using System.IO.Compression;
using System.Text;

namespace Similarity.Cli.Tests;

public sealed class ImportTests
{
    [Fact]
    public async Task A_file_that_is_cut_off_is_told_and_what_was_read_of_it_is_there()
    {
        using var place = new Workplace();
        var whole = Compressed(NewsLines.Of(0, 400));
        await File.WriteAllBytesAsync(place["cut.jsonl.gz"], whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        var outcome = await Command.RunAsync("index", "import", "--index", place["index"], place["cut.jsonl.gz"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("cut.jsonl.gz, line ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("not all inputs were read to their end", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith(": consistent\n", (await Command.RunAsync("index", "verify", "--index", place["index"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_article_is_named_and_the_rest_goes_in()
    {
        using var place = new Workplace();
        await File.WriteAllTextAsync(place["news.jsonl"], $"garbage\n{NewsLines.Of(0, 3)}", TestContext.Current.CancellationToken);
        var outcome = await Command.RunAsync("index", "import", "--index", place["index"], place["news.jsonl"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("news.jsonl, line 1: not a JSON object", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("3 articles", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--keep-for", "300000000h", 0, "")]
    [InlineData("--story-days", "all", 0, "")]
    [InlineData("--story-days", "7", 0, "")]
    [InlineData("--story-days", "0", 2, "neither a whole number above 0 nor all")]
    public async Task Times_of_any_length_are_taken(string option, string value, int exitCode, string error)
    {
        using var place = new Workplace();
        var outcome = await Command.RunAsync(["ingest", "--index", place["index"], option, value], Encoding.UTF8.GetBytes(NewsLines.Of(0, 70)));
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains(error, outcome.Error, StringComparison.Ordinal);
        if (exitCode == 0) Assert.Equal(70, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
