using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Similarity.Storage;

namespace Similarity.Cli.Tests;

/// <summary>
/// Ingestion that is killed at any moment. A few times by default; SIMILARITY_CRASHES says how many times.
/// </summary>
public sealed class CrashTests
{
    /// <summary>Kills after which a new index is begun, so that checking it stays quick.</summary>
    private const int KillsAnIndex = 12;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_a_kill_at_any_moment()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable("SIMILARITY_CRASHES"), CultureInfo.InvariantCulture, out var count) ? count : 0;
        var clock = Stopwatch.StartNew();
        var (kills, acknowledged) = (0, 0);
        while (wanted > 0 ? kills < wanted : clock.Elapsed < Budget)
        {
            using var place = new Workplace();
            var known = new SortedSet<int>();
            for (var round = 0; round < KillsAnIndex && (wanted > 0 ? kills < wanted : clock.Elapsed < Budget || round == 0); round++, kills++)
            {
                // Every moment between the first acknowledgement and some hundred milliseconds later.
                foreach (var number in await KillAsync(place["index"], known.Count, delay: kills * 37 % 220)) Assert.True(known.Add(number), $"article {number} was acknowledged twice");
                Check(place["index"], known);
            }
            acknowledged += known.Count;
        }
        Assert.True(kills > 0 && acknowledged > 0);
        TestContext.Current.SendDiagnosticMessage($"{kills} kills, {acknowledged} articles acknowledged, none lost");
        if (Environment.GetEnvironmentVariable("SIMILARITY_CRASHES_LOG") is { } log) await File.WriteAllTextAsync(log, $"{kills} kills, {acknowledged} articles acknowledged, none lost\n");
    }

    /// <summary>Ingests from an article on, is killed, and gives the numbers of the articles that were acknowledged as added.</summary>
    private static async Task<List<int>> KillAsync(string index, int first, int delay)
    {
        using var process = Command.Start("ingest", "--index", index, "--batch", "16", "--recent-texts", "32");
        var feeding = Task.Run(async () =>
        {
            try
            {
                // What was added and not acknowledged comes again: whoever got no answer asks again.
                for (var number = first; ; number += 8) await process.StandardInput.WriteAsync(NewsLines.Of(number, 8));
            }
            catch (IOException)
            {
                // Nobody reads any more.
            }
        });
        var acknowledged = new List<int>();
        var killing = Task.CompletedTask;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line without its end was not acknowledged; the reader gives the last one either way.
            if (!line.EndsWith('}')) continue;
            if (acknowledged.Count == 0) killing = Task.Run(async () =>
            {
                await Task.Delay(delay);
                process.Kill();
            });
            using var verdict = JsonDocument.Parse(line);
            Assert.NotEqual("error", verdict.RootElement.GetProperty("verdict").GetString());
            acknowledged.Add(int.Parse(verdict.RootElement.GetProperty("id").GetString()![1..], CultureInfo.InvariantCulture));
        }
        await killing;
        await process.WaitForExitAsync();
        Assert.True(acknowledged.Count > 0, await process.StandardError.ReadToEndAsync());
        await feeding;
        return acknowledged;
    }

    private static void Check(string directory, SortedSet<int> known)
    {
        using var index = ArticleIndex.Open(directory, new ArticleIndexOptions { IsReadOnly = true });
        Assert.Empty(index.Verify());
        foreach (var number in known)
        {
            var article = index.Get(NewsLines.IdOf(number));
            Assert.True(article is not null, $"article {number} was acknowledged and is not there");
            using var line = JsonDocument.Parse(NewsLines.Of(number));
            Assert.Equal(line.RootElement.GetProperty("body").GetString(), article.Article.Body);
            if (number % 3 == 2) Assert.Equal(NewsLines.IdOf(number - 2), index.VerdictOf(NewsLines.IdOf(number))!.Canonical);
        }
    }
}
