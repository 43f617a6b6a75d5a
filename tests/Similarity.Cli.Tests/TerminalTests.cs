namespace Similarity.Cli.Tests;

/// <summary>On a terminal of its own, where the progress is drawn; every other test redirects it.</summary>
public sealed class TerminalTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_main_job_runs_and_shows_its_progress()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no 'script' to make a terminal with.");
        var outcome = await Command.ShellAsync($"script -qec \"{Command.Line} dedupe '{Workplace.Sample}' -o '{_place.Output}'\" /dev/null");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("83 articles: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Reading", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["furniture.jsonl", "groups.jsonl", "kept.jsonl", "lineage.jsonl", "memberships.jsonl", "rejects.jsonl", "removed.jsonl", "summary.json"], Directory.EnumerateFileSystemEntries(_place.Output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
