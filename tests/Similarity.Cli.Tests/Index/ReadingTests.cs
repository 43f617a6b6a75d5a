using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Similarity.Cli.Tests;

/// <summary>What reads an index works while another process adds to it, and sees it as it was at one moment.</summary>
public sealed class ReadingTests
{
    [Fact]
    public async Task Every_reading_command_works_while_another_process_adds()
    {
        using var place = new Workplace();
        using var process = Command.Start("ingest", "--index", place["index"], "--batch", "16", "--recent-texts", "32", "--memory-mb", "64");
        using var stop = new CancellationTokenSource();
        var feeding = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number += 8)
            {
                await process.StandardInput.WriteAsync(NewsLines.Of(number, 8));
                // So that verifying keeps up.
                if (number > 200) await Task.Delay(50);
            }
            process.StandardInput.Close();
        });
        var acknowledged = 0;
        var reading = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is not null) _ = Interlocked.Increment(ref acknowledged);
        });
        while (Volatile.Read(ref acknowledged) < 200 && !reading.IsCompleted) await Task.Delay(20);
        for (var round = 0; round < 2; round++)
        {
            var known = Volatile.Read(ref acknowledged);
            Assert.InRange(Articles((await RunAsync("stats")).Output["articles".Length..].Split('\n')[0]), known, int.MaxValue);
            var verified = await RunAsync("verify");
            Assert.EndsWith(": consistent\n", verified.Output, StringComparison.Ordinal);
            Assert.Equal(["canonical", "copy"], Verdicts((await RunAsync("query", "n2")).Output));
            Assert.Equal(["copy"], Verdicts((await Command.RunAsync(["index", "query", "--index", place["index"]], Encoding.UTF8.GetBytes(NewsLines.Of(5).Replace("n5", "asked", StringComparison.Ordinal)))).Output));
            var export = (await RunAsync("export")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ToList();
            Assert.Equal(Enumerable.Range(0, export.Count).Select(NewsLines.IdOf), export);
            Assert.InRange(export.Count, known, int.MaxValue);

            var copy = place[$"copy{round}"];
            Assert.Equal(0, (await RunAsync("snapshot", copy)).ExitCode);
            var copied = await Command.RunAsync("index", "verify", "--index", copy);
            Assert.EndsWith(": consistent\n", copied.Output, StringComparison.Ordinal);
            Assert.InRange(Articles(copied.Output), known, int.MaxValue);
        }
        foreach (var verb in new[] { "compact", "relearn" })
        {
            var refused = await Command.RunAsync("index", verb, "--index", place["index"]);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains($"is being written to by process {process.Id} on ", refused.Error, StringComparison.Ordinal);
            Assert.Contains("Wait for it to end, or end it", refused.Error, StringComparison.Ordinal);
        }
        await stop.CancelAsync();
        await feeding;
        await reading;
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(acknowledged, Articles((await RunAsync("verify")).Output));

        async Task<Outcome> RunAsync(string verb, params string[] arguments)
        {
            var outcome = await Command.RunAsync(["index", verb, "--index", place["index"], .. arguments]);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
            return outcome;
        }
    }

    [Fact]
    public async Task Relearning_compares_anew_what_each_outlet_repeats()
    {
        using var place = new Workplace();
        Assert.Equal(0, (await Command.RunAsync("index", "import", "--index", place["index"], Workplace.Sample)).ExitCode);
        var learnt = await Command.RunAsync("index", "relearn", "--index", place["index"]);
        Assert.Equal((0, ""), (learnt.ExitCode, learnt.Error));
        Assert.EndsWith(" lines of furniture: compared anew\n", learnt.Output, StringComparison.Ordinal);
        Assert.EndsWith(" lines of furniture: nothing else than was known\n", (await Command.RunAsync("index", "relearn", "--index", place["index"])).Output, StringComparison.Ordinal);
        Assert.Contains("consistent", (await Command.RunAsync("index", "verify", "--index", place["index"])).Output, StringComparison.Ordinal);
        Assert.Contains("there is no index in", (await Command.RunAsync("index", "relearn", "--index", place["nothing"])).Error, StringComparison.Ordinal);
    }

    private static int Articles(string line) => int.Parse(line.TrimStart().Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Verdicts(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("verdict").GetString());
}
