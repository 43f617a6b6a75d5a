using System.Text;
using System.Text.Json;

namespace Similarity.Cli.Tests;

public sealed class IngestCommandTests
{
    [Fact]
    public async Task Every_line_has_a_verdict_in_order_and_a_bad_one_says_what_is_wrong()
    {
        using var place = new Workplace();
        var input = NewsLines.Of(0, 3) + "not json\n{\"id\":\"e\",\"body\":7}\n\n" + NewsLines.Of(3) + "\n" + NewsLines.Of(0) + "\n" + NewsLines.Of(1).Replace("1", "2", StringComparison.Ordinal).Replace("n2", "n1", StringComparison.Ordinal);
        var outcome = await IngestAsync(place, input);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["new", "new", "copy", "error", "error", "new", "canonical", "rejected"], lines.Select(line => line.GetProperty("verdict").GetString()));
        Assert.Equal([1, 2, 3, 4, 5, 7, 8, 9], lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal(("n0", "n0", "reprint"), (Text(2, "matches"), Text(2, "canonical"), Text(2, "kind")));
        Assert.Equal(("body", "expected text, found a number"), (Text(4, "field"), Text(4, "reason")));
        Assert.True(lines[6].GetProperty("known").GetBoolean());
        Assert.Contains("update replaces it", Text(7, "reason"), StringComparison.Ordinal);

        string? Text(int line, string name) => lines[line].GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_verdict_comes_while_the_next_article_is_waited_for()
    {
        using var place = new Workplace();
        using var process = Command.Start("ingest", "--index", place["index"]);
        for (var number = 0; number < 3; number++)
        {
            await process.StandardInput.WriteLineAsync(NewsLines.Of(number));
            await process.StandardInput.FlushAsync();
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Contains($"\"id\":\"n{number}\"", line, StringComparison.Ordinal);
        }
        process.StandardInput.Close();
        Assert.Equal(0, (await Command.FinishAsync(process)).ExitCode);
    }

    [Fact]
    public async Task What_was_ingested_is_looked_after_by_the_index_commands()
    {
        using var place = new Workplace();
        _ = await IngestAsync(place, NewsLines.Of(0, 30));
        Assert.Contains("articles        30", (await RunAsync("stats")).Output, StringComparison.Ordinal);
        Assert.Equal("30 articles, 30 texts: consistent\n", (await RunAsync("verify")).Output);

        var group = await RunAsync("query", "n2");
        Assert.Equal(["canonical", "copy"], group.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("verdict").GetString()));
        var asked = await Command.RunAsync(["index", "query", "--index", place["index"]], Encoding.UTF8.GetBytes(NewsLines.Of(5).Replace("n5", "asked", StringComparison.Ordinal)));
        Assert.Contains("\"verdict\":\"copy\"", asked.Output, StringComparison.Ordinal);
        Assert.Contains("\"canonical\":\"n3\"", asked.Output, StringComparison.Ordinal);

        Assert.Equal("1 removed\n", (await RunAsync("remove", "n0")).Output);
        var missing = await RunAsync("remove", "n0");
        Assert.Equal((1, "similarity: there is no article 'n0'\n"), (missing.ExitCode, missing.Error));
        Assert.Contains("\"verdict\":\"new\"", (await RunAsync("query", "n2")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("compact")).ExitCode);

        var export = await RunAsync("export");
        Assert.Equal(29, export.Output.Count(letter => letter == '\n'));
        var import = await Command.RunAsync("index", "import", "--index", place["other"], place.Write("export.jsonl", export.Output));
        Assert.Equal((0, ""), (import.ExitCode, import.Output));
        Assert.Contains("29 articles", import.Error, StringComparison.Ordinal);
        Assert.Equal("29 articles, 29 texts: consistent\n", (await Command.RunAsync("index", "verify", "--index", place["other"])).Output);
        Assert.Equal(0, (await Command.RunAsync("index", "snapshot", "--index", place["other"], place["copy"])).ExitCode);
        Assert.Equal("29 articles, 29 texts: consistent\n", (await Command.RunAsync("index", "verify", "--index", place["copy"])).Output);

        Task<Outcome> RunAsync(string verb, params string[] arguments) => Command.RunAsync(["index", verb, "--index", place["index"], .. arguments]);
    }

    [Fact]
    public async Task Files_of_any_format_are_added_with_verdicts_that_name_them()
    {
        using var place = new Workplace();
        var added = await Command.RunAsync("index", "add", "--index", place["index"], Workplace.Sample);
        Assert.Equal(0, added.ExitCode);
        Assert.Contains("\"file\":", added.Output, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"copy\"", added.Output, StringComparison.Ordinal);
        Assert.Contains("consistent", (await Command.RunAsync("index", "verify", "--index", place["index"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_told_who_holds_the_index_while_readers_are_not()
    {
        using var place = new Workplace();
        using var holder = Command.Start("ingest", "--index", place["index"]);
        await holder.StandardInput.WriteLineAsync(NewsLines.Of(0));
        await holder.StandardInput.FlushAsync();
        _ = await holder.StandardOutput.ReadLineAsync();
        var second = await IngestAsync(place, NewsLines.Of(1));
        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"is being written to by process {holder.Id} on ", second.Error, StringComparison.Ordinal);
        Assert.Contains("articles        1", (await Command.RunAsync("index", "stats", "--index", place["index"])).Output, StringComparison.Ordinal);
        holder.StandardInput.Close();
        Assert.Equal(0, (await Command.FinishAsync(holder)).ExitCode);
    }

    [Fact]
    public async Task Options_that_cannot_be_are_explained()
    {
        using var place = new Workplace();
        _ = await IngestAsync(place, NewsLines.Of(0));
        var other = await Command.RunAsync(["ingest", "--index", place["index"], "--threshold", "0.6"], []);
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("The index was made with reprint 0.5; 0.6 was asked for.", other.Error, StringComparison.Ordinal);
        Assert.Contains("there is no index in", (await Command.RunAsync("index", "stats", "--index", place["nothing"])).Error, StringComparison.Ordinal);
        Assert.Contains("'30' is no time", (await Command.RunAsync("ingest", "--index", place["index"], "--keep-for", "30")).Error, StringComparison.Ordinal);
    }

    private static Task<Outcome> IngestAsync(Workplace place, string input) => Command.RunAsync(["ingest", "--index", place["index"]], Encoding.UTF8.GetBytes(input));
}
