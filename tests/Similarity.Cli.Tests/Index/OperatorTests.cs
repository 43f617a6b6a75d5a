using System.Text;
using System.Text.Json;

namespace Similarity.Cli.Tests;

/// <summary>What whoever looks after an index is told, and what is refused.</summary>
public sealed class OperatorTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Statistics_are_a_table_or_an_object_and_name_the_writer()
    {
        using var holder = Command.Start("ingest", "--index", _place["index"]);
        await holder.StandardInput.WriteAsync(NewsLines.Of(0, 6));
        await holder.StandardInput.FlushAsync();
        for (var i = 0; i < 6; i++) _ = await holder.StandardOutput.ReadLineAsync();
        var table = (await RunAsync("stats")).Output;
        Assert.Contains("groups          2\n", table, StringComparison.Ordinal);
        Assert.Contains("published       2026-03-01 00:01 to 2026-03-01 00:06, 0 days\n", table, StringComparison.Ordinal);
        Assert.Contains($"writer          process {holder.Id} on ", table, StringComparison.Ordinal);
        Assert.Contains("  keep                          \"Earliest\"\n", table, StringComparison.Ordinal);
        holder.StandardInput.Close();
        Assert.Equal(0, (await Command.FinishAsync(holder)).ExitCode);

        var json = JsonDocument.Parse((await RunAsync("stats", "--json")).Output).RootElement;
        Assert.Equal((6, 6, 2, JsonValueKind.Null), (json.GetProperty("articles").GetInt32(), json.GetProperty("texts").GetInt32(), json.GetProperty("groups").GetInt32(), json.GetProperty("writer").ValueKind));
        Assert.Equal(("2026-03-01T00:01:00+00:00", 30), (json.GetProperty("published").GetProperty("first").GetString(), json.GetProperty("made_with").GetProperty("story days").GetInt32()));
        Assert.True(json.GetProperty("disk_by_kind").GetProperty("recent writes").GetInt64() + json.GetProperty("disk_by_kind").GetProperty("articles").GetInt64() > 0);
    }

    [Fact]
    public async Task Compacting_says_what_it_removed_and_gave_back()
    {
        await IngestAsync(NewsLines.Of(0, 30));
        Assert.Equal(0, (await RunAsync("remove", "n1")).ExitCode);
        Assert.Contains("removed     0 expired articles, 0 texts that only they had\nleft        29 articles, 29 texts\n", (await RunAsync("compact")).Output, StringComparison.Ordinal);
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        var expired = (await RunAsync("compact", "--keep-for", "1s")).Output;
        Assert.StartsWith("removed     29 expired articles, 29 texts that only they had\nleft        0 articles, 0 texts\n", expired, StringComparison.Ordinal);
        Assert.Matches("(?m)^disk        [0-9,]+ bytes before, [0-9,]+ now$", expired);
    }

    [Fact]
    public async Task A_snapshot_is_verified_and_one_that_is_damaged_does_not_stay()
    {
        await IngestAsync(NewsLines.Of(0, 300));
        Assert.Equal(0, (await RunAsync("compact")).ExitCode);
        var sound = await RunAsync("snapshot", _place["sound"]);
        Assert.Equal((0, "300 articles, 300 texts: consistent\n"), (sound.ExitCode, sound.Output));

        var table = Directory.GetFiles(Path.Combine(_place["index"], "store"), "*.sst").MaxBy(file => new FileInfo(file).Length)!;
        await using (var file = File.OpenWrite(table))
        {
            // Among the articles, which come first and are not read when it is opened.
            file.Position = file.Length / 20;
            file.Write(new byte[64]);
        }
        var damaged = await RunAsync("snapshot", _place["copy"]);
        Assert.Equal(2, damaged.ExitCode);
        Assert.Contains($"{_place["copy"]} was deleted again", damaged.Error, StringComparison.Ordinal);
        Assert.Contains("The index is damaged: its file ", damaged.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(_place["copy"]));
        Assert.Equal((0, ""), ((await RunAsync("snapshot", _place["copy"], "--no-verify")).ExitCode, ""));
        Assert.True(Directory.Exists(_place["copy"]));
    }

    [Fact]
    public async Task Whoever_reads_a_pipe_offers_no_other_format_than_it_takes()
    {
        var help = (await Command.RunAsync("ingest", "--help")).Output;
        Assert.Contains("--format <jsonl>", help, StringComparison.Ordinal);
        Assert.DoesNotContain("parquet", help, StringComparison.Ordinal);
        await IngestAsync(NewsLines.Of(0, 2), "--format", "jsonl");
        foreach (var arguments in new string[][] { ["ingest"], ["index", "query"] })
        {
            var refused = await Command.RunAsync([.. arguments, "--index", _place["index"], "--format", "csv"]);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("'csv' is not jsonl", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task How_stories_are_found_is_kept_with_the_index_and_others_are_refused()
    {
        await IngestAsync(NewsLines.Of(0, 3), "--story-days", "all", "--granularity", "incident");
        await IngestAsync(NewsLines.Of(3, 3));
        Assert.Equal(0, (await RunAsync("compact")).ExitCode);
        var days = await RunAsync("compact", "--story-days", "7", "--granularity", "incident");
        Assert.Equal(2, days.ExitCode);
        Assert.Contains("The index was made with story days \"all\"; 7 was asked for.", days.Error, StringComparison.Ordinal);
        Assert.Contains("made with story threshold 0.14; 0.09 was asked for", (await RunAsync("compact", "--story-days", "all")).Error, StringComparison.Ordinal);
        Assert.Contains("\"story threshold\":0.14", (await RunAsync("stats", "--json")).Output, StringComparison.Ordinal);
    }

    private async Task IngestAsync(string input, params string[] options)
    {
        var outcome = await Command.RunAsync(["ingest", "--index", _place["index"], .. options], Encoding.UTF8.GetBytes(input));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    private Task<Outcome> RunAsync(string verb, params string[] arguments) => Command.RunAsync(["index", verb, "--index", _place["index"], .. arguments]);
}
