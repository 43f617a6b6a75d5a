namespace Similarity.Cli.Tests;

/// <summary>What a shell and a file system can do to a run, through the command as it is used.</summary>
public sealed class HostileUseTests : IDisposable
{
    private const string Record = "{\"id\":\"a\",\"body\":\"one two three four five six seven\"}\n";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task An_input_reached_through_a_linked_folder_is_not_overwritten()
    {
        _ = Directory.CreateDirectory(_place["real"]);
        var input = _place.Write("real/kept.jsonl", Record + Record);
        _ = Directory.CreateSymbolicLink(_place["link"], _place["real"]);
        foreach (var (from, to) in new[] { ("link/kept.jsonl", "real"), ("real/kept.jsonl", "link"), ("link/kept.jsonl", "link") })
        {
            var outcome = await Command.RunAsync("dedupe", _place[from], "-o", _place[to], "-q");
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains("would be overwritten", outcome.Error, StringComparison.Ordinal);
        }
        Assert.Equal(Record + Record, File.ReadAllText(input));
    }

    [Fact]
    public async Task Results_below_the_input_are_not_read_again_through_a_link()
    {
        _ = Directory.CreateDirectory(_place["real"]);
        _ = _place.Write("real/a.jsonl", Record);
        _ = Directory.CreateSymbolicLink(_place["link"], _place["real"]);
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(0, (await Command.RunAsync("dedupe", _place["real"], "-o", _place["link/out"], "-q")).ExitCode);
            Assert.Single(File.ReadAllLines(_place["real/out/memberships.jsonl"]));
        }
    }

    [Theory]
    [InlineData("--max-removed-share", "0,1")]
    [InlineData("--miss-cost", "1,5")]
    [InlineData("--threshold", "0,5")]
    public async Task A_decimal_comma_is_refused_and_not_taken_for_another_number(string option, string value)
    {
        var outcome = await Command.RunAsync("dedupe", Workplace.SampleNews, "-o", _place.Output, option, value);
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"similarity: {option}: '{value}' is not a number", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.Output));
    }

    [Fact]
    public async Task A_file_whose_name_is_not_UTF8_is_missed_aloud()
    {
        _ = _place.Write("a.jsonl", Record);
        var made = await Command.ShellAsync($"cp '{_place["a.jsonl"]}' '{_place.Folder}/'$'b\\xff.jsonl'");
        Assert.SkipUnless(made.ExitCode == 0, "The file system takes only names in UTF-8.");
        var outcome = await Command.RunAsync("dedupe", _place.Folder, "-o", _place.Output, "-q");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("abandoned: ", outcome.Error, StringComparison.Ordinal);
        Assert.Single(_place.Lines("memberships.jsonl"));
        _ = await Command.ShellAsync($"rm '{_place.Folder}/'b*.jsonl");
    }

    [Theory]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    public async Task Standard_error_that_takes_nothing_does_not_end_the_run(string redirection)
    {
        var outcome = await Command.ShellAsync($"{Command.Line} dedupe '{Workplace.Sample}' -o '{_place.Output}' {redirection}");
        Assert.Equal(0, outcome.ExitCode);
        Assert.True(File.Exists(Path.Combine(_place.Output, "summary.json")));
        Assert.Equal(2, (await Command.ShellAsync($"{Command.Line} dedupe --bogus {redirection}")).ExitCode);
    }

    [Theory]
    [InlineData("HUP")]
    [InlineData("TERM")]
    public async Task A_closed_terminal_leaves_nothing_half_written(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using var process = Command.Start("dedupe", "-", "-o", _place.Output);
        await process.StandardInput.WriteAsync(string.Concat(Enumerable.Repeat(Record, 5000)));
        await process.StandardInput.FlushAsync();
        for (var waits = 0; !(Directory.Exists(_place.Output) && Directory.EnumerateFileSystemEntries(_place.Output).Any()); waits++)
        {
            Assert.True(waits < 1000, "The run wrote nothing to keep its input in.");
            await Task.Delay(20);
        }
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        var outcome = await Command.FinishAsync(process);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Empty(_place.Snapshot());
    }

    [Fact]
    public async Task A_comparison_waiting_for_its_input_can_be_interrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        using var process = Command.Start("compare", "-", Workplace.SampleNews);
        await Task.Delay(1500);
        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
        Assert.Equal(130, (await Command.FinishAsync(process)).ExitCode);
    }
}
