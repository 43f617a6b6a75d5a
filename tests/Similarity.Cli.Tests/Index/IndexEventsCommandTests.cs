using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Similarity.Cli.Tests;

public sealed class IndexEventsCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Events_are_lines_with_numbers_and_a_consumer_goes_on_where_it_ended()
    {
        await IngestAsync(NewsLines.Of(0, 6));
        // Published before the article that it is a copy of.
        await IngestAsync(NewsLines.Of(2).Replace("\"n2\"", "\"earlier\"", StringComparison.Ordinal).Replace("2026-03-01", "2026-02-01", StringComparison.Ordinal) + "\n");
        Assert.Equal(0, (await RunAsync("remove", "n3")).ExitCode);
        var all = Lines(await RunAsync("events"));
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(line => line.GetProperty("event").GetInt32()));
        var kinds = all.ConvertAll(line => line.GetProperty("kind").GetString());
        var changed = all[kinds.IndexOf("canonical_changed")];
        Assert.Equal(("earlier", 1), (changed.GetProperty("canonical").GetString(), changed.GetProperty("former").GetArrayLength()));
        Assert.Equal("n3", all[kinds.IndexOf("article_removed")].GetProperty("article").GetString());

        Assert.Equal([2], Lines(await RunAsync("events", "--since", "1", "--limit", "1")).Select(line => line.GetProperty("event").GetInt32()));
        Assert.Empty(Lines(await RunAsync("events", "--since", $"{all.Count}")));
        var ahead = await RunAsync("events", "--since", $"{all.Count + 1}");
        Assert.Equal((2, ""), (ahead.ExitCode, ahead.Output));
        Assert.Contains("another index, or an earlier state of it", ahead.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_that_have_been_forgotten_are_told_in_both_outputs()
    {
        await IngestAsync(NewsLines.Of(0, 6));
        var removed = await RunAsync("remove", "n0", "n1", "n2", "n3", "n4", "--events-kept", "2");
        Assert.Equal(0, removed.ExitCode);
        var outcome = await RunAsync("events", "--since", "0");
        var lines = Lines(outcome);
        Assert.Equal(["forgotten", "article_removed"], lines.Select(line => line.GetProperty("kind").GetString()!).Distinct());
        Assert.Equal((1, lines[1].GetProperty("event").GetInt32() - 1), (lines[0].GetProperty("from").GetInt32(), lines[0].GetProperty("event").GetInt32()));
        Assert.Contains($"events 1 to {lines[0].GetProperty("event").GetInt32()} have been forgotten", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since", "-1", "--since is -1; it must be 0 or more.")]
    [InlineData("--limit", "0", "--limit is 0; it must be 1 or more.")]
    [InlineData("--poll-every", "1", "'1' is no time")]
    public async Task Values_that_cannot_be_are_named(string option, string value, string error)
    {
        var outcome = await RunAsync("events", option, value);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(error, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_follows_a_live_ingest_is_told_at_once_and_an_interrupt_ends_it_cleanly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Interrupts are sent by a program of Linux.");
        using var ingest = Command.Start("ingest", "--index", _place["index"], "--replace");
        await WriteAsync(ingest, NewsLines.Of(0));
        using var follower = Command.Start("index", "events", "--index", _place["index"], "--follow", "--poll-every", "50ms");
        for (var number = 1; number <= 3; number++)
        {
            // Another text under its name: what had the name is removed.
            await WriteAsync(ingest, NewsLines.Of(number).Replace($"\"n{number}\"", "\"n0\"", StringComparison.Ordinal));
            var line = await follower.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            Assert.StartsWith($"{{\"event\":{number},\"kind\":\"article_removed\"", line, StringComparison.Ordinal);
        }
        await Process.Start("kill", ["-INT", $"{follower.Id}"]).WaitForExitAsync();
        var outcome = await Command.FinishAsync(follower);
        Assert.Equal((0, "", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
        ingest.StandardInput.Close();
        Assert.Equal(0, (await Command.FinishAsync(ingest)).ExitCode);
    }

    [Fact]
    public async Task Whoever_follows_ends_when_nobody_reads_any_more_though_nothing_happens()
    {
        await IngestAsync(NewsLines.Of(0, 2));
        Assert.Equal(0, (await RunAsync("remove", "n0")).ExitCode);
        var outcome = await Command.ShellAsync($"{Command.Line} index events --index '{_place["index"]}' --follow --poll-every 50ms 2>'{_place["errors"]}' | head -n 1; echo ${{PIPESTATUS[0]}}");
        Assert.EndsWith("\n0\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("article_removed", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("", await File.ReadAllTextAsync(_place["errors"], TestContext.Current.CancellationToken));
    }

    private async Task IngestAsync(string input) =>
        Assert.Equal(0, (await Command.RunAsync(["ingest", "--index", _place["index"]], Encoding.UTF8.GetBytes(input))).ExitCode);

    private Task<Outcome> RunAsync(string verb, params string[] arguments) => Command.RunAsync(["index", verb, "--index", _place["index"], .. arguments]);

    private static List<JsonElement> Lines(Outcome outcome)
    {
        Assert.Equal(0, outcome.ExitCode);
        return [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static async Task WriteAsync(Process ingest, string line)
    {
        await ingest.StandardInput.WriteLineAsync(line);
        await ingest.StandardInput.FlushAsync();
        _ = await ingest.StandardOutput.ReadLineAsync().WaitAsync(Patience);
    }
}
