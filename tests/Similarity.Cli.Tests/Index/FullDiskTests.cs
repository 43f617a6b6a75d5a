using System.Globalization;
using System.Text.Json;

namespace Similarity.Cli.Tests;

/// <summary>A process that may not write any further: it says why, and what it has acknowledged is there.</summary>
public sealed class FullDiskTests
{
    private const int Articles = 600;

    [Fact]
    public async Task Whoever_cannot_write_says_why_and_loses_nothing_that_was_acknowledged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The size of files is limited by a shell of Linux.");
        using var place = new Workplace();
        var articles = place.Write("articles.jsonl", NewsLines.Of(0, Articles));
        // Without its signal a limit is an error of the write. The runtime would map memory by files of its own.
        var outcome = await Command.ShellAsync(
            $"trap '' XFSZ; ulimit -f 300; export DOTNET_EnableWriteXorExecute=0; {Command.Line} ingest --index '{place["index"]}' --batch 16 < '{articles}'");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("File too large", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(".log", outcome.Error, StringComparison.Ordinal);
        List<string> acknowledged = [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];
        Assert.InRange(acknowledged.Count, 16, Articles - 1);
        Assert.Equal(Enumerable.Range(0, acknowledged.Count).Select(NewsLines.IdOf), acknowledged);

        var again = await Command.RunAsync("index", "import", "--index", place["index"], articles);
        Assert.Equal(0, again.ExitCode);
        var known = int.Parse(again.Error.Split("; ")[1].Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        // A batch that failed is there as a whole or not at all.
        Assert.Contains(known - acknowledged.Count, (int[])[0, 16]);
        Assert.Equal("600 articles, 600 texts: consistent\n", (await Command.RunAsync("index", "verify", "--index", place["index"])).Output);
    }
}
