using System.Globalization;
using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

public sealed class DedupeCommandTests : IDisposable
{
    private const string Wire = "Engineers closed the lower bridge on Tuesday after finding a crack in the third pier and said that buses would take the long way round until the end of the month";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Results_of_the_sample_are_the_same_bytes_whatever_the_threads_and_vectors()
    {
        var expected = await ResultsAsync("1");
        Assert.Equal(["furniture.jsonl", "groups.jsonl", "kept.jsonl", "lineage.jsonl", "memberships.jsonl", "rejects.jsonl", "removed.jsonl", "summary.json"], expected.Keys);
        Assert.Equal(expected, await ResultsAsync("2"));
        Assert.Equal(expected, await ResultsAsync("2", ("DOTNET_EnableHWIntrinsic", "0")));
        Assert.Equal(expected, await ResultsAsync("1", ("DOTNET_EnableAVX2", "0")));

        async Task<SortedDictionary<string, string>> ResultsAsync(string threads, params (string, string)[] environment)
        {
            var outcome = await Command.RunAsync(["dedupe", Workplace.Sample, "-o", _place.Output, "--threads", threads], null, environment);
            Assert.Equal(0, outcome.ExitCode);
            return _place.Snapshot();
        }
    }

    [Fact]
    public async Task Quiet_prints_nothing_and_verbose_prints_timings_on_standard_error()
    {
        Assert.Equal(new Outcome(0, "", ""), await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "--quiet"));
        var verbose = await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "-v", "-q");
        Assert.Equal((0, ""), (verbose.ExitCode, verbose.Output));
        Assert.Contains("83 articles in", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_gives_what_the_file_gives()
    {
        _ = await Command.RunAsync("dedupe", Workplace.SampleNews, "-o", _place["file"], "-q");
        var outcome = await Command.RunAsync(["dedupe", "-", "-o", _place.Output, "-q"], File.ReadAllBytes(Workplace.SampleNews));
        Assert.Equal(new Outcome(0, "", ""), outcome);
        var (file, pipe) = (Workplace.Snapshot(_place["file"]), _place.Snapshot());
        Assert.Equal(file.Select(one => (one.Key, one.Value.Replace(Workplace.SampleNews, "-", StringComparison.Ordinal))), pipe.Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public async Task A_missing_input_is_one_line_and_leaves_nothing()
    {
        var outcome = await Command.RunAsync("dedupe", _place["nowhere.jsonl"], "-o", _place.Output);
        Assert.Equal(new Outcome(2, "", $"similarity: Nothing found at '{_place["nowhere.jsonl"]}'.{Environment.NewLine}"), outcome);
        Assert.False(Directory.Exists(_place.Output));
    }

    [Fact]
    public async Task An_output_directory_that_is_the_input_is_refused()
    {
        _place.Write("kept.jsonl", Record("a", Wire));
        foreach (var input in new[] { _place.Folder, _place["kept.jsonl"] })
        {
            var outcome = await Command.RunAsync("dedupe", input, "-o", _place.Folder);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Single(outcome.Error.TrimEnd().Split('\n'));
        }
        Assert.Equal("kept.jsonl", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(_place.Folder))));
    }

    [Fact]
    public async Task The_guard_exits_with_1_and_says_what_would_be_removed()
    {
        var input = _place.Write("a.jsonl", string.Concat(Enumerable.Range(0, 10).Select(i => Record($"a{i}", Wire))));
        var refused = await Command.RunAsync("dedupe", input, "-o", _place.Output);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("similarity: 9 of the 10 articles would be removed", refused.Error, StringComparison.Ordinal);
        Assert.Contains("unchanged", refused.Error, StringComparison.Ordinal);
        Assert.Empty(_place.Snapshot());
        Assert.Equal(0, (await Command.RunAsync("dedupe", input, "-o", _place.Output, "--max-removed-share", "0.9")).ExitCode);
    }

    [Theory]
    [InlineData("broken\n", 1)]
    [InlineData("\uFEFF", 1)]
    public async Task Inputs_without_an_article_exit_with_1(string content, int exitCode)
    {
        var outcome = await Command.RunAsync("dedupe", _place.Write("a.jsonl", content), "-o", _place.Output);
        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("similarity: no article could be read; nothing was written", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inputs_that_could_not_be_read_at_all_exit_with_2()
    {
        var outcome = await Command.RunAsync("dedupe", _place.Write("a.csv", "id,story\n1,one\n"), "-o", _place.Output);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--body-field", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferred_outlets_come_from_a_file()
    {
        var input = _place.Write("a.jsonl", Record("a", Wire, "First") + Record("b", Wire, "Second") + Record("c", Wire, "Third"));
        var outlets = _place.Write("outlets.txt", "# most trusted first\n\n  third  \nsecond\n");
        Assert.Equal(0, (await Command.RunAsync("dedupe", input, "-o", _place.Output, "--keep", $"outlets:{outlets}")).ExitCode);
        Assert.Equal("c", (string)JsonNode.Parse(Assert.Single(_place.Lines("kept.jsonl")))!["id"]!);

        foreach (var (file, message) in new[] { (_place.Write("none.txt", "# nobody\n"), "names no outlet"), (_place["nowhere.txt"], "nowhere.txt") })
        {
            var outcome = await Command.RunAsync("dedupe", input, "-o", _place.Output, "--keep", $"outlets:{file}");
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tables_are_written_as_Parquet_when_asked_for()
    {
        Assert.Equal(0, (await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "--format-out", "parquet", "-q")).ExitCode);
        Assert.Equal(["furniture.parquet", "groups.parquet", "kept.jsonl", "lineage.jsonl", "memberships.parquet", "rejects.parquet", "removed.parquet", "summary.json"], _place.Snapshot().Keys);
        Assert.All(_place.Snapshot().Where(file => file.Key.EndsWith("parquet", StringComparison.Ordinal)), file => Assert.StartsWith("PAR1", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_can_be_named_in_any_script()
    {
        var input = _place.Write("a.csv", $"Nr,Текст,body\n1,{Wire},menu\n2,{Wire},footer\n");
        var outcome = await Command.RunAsync("dedupe", input, "-o", _place.Output, "--body-field", "Текст", "--id-field", "nr");
        Assert.Equal(0, outcome.ExitCode);
        var removed = JsonNode.Parse(Assert.Single(_place.Lines("removed.jsonl")))!;
        Assert.Equal(("2", "1"), ((string)removed["id"]!, (string)removed["kept_id"]!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task An_interrupt_while_standard_input_is_slow_exits_with_130_and_writes_nothing(int articles)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        using var process = Command.Start("dedupe", "-", "-o", _place.Output);
        for (var i = 0; i < articles; i++) await process.StandardInput.WriteAsync(Record($"{i}", $"{Wire} {i}"));
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        if (articles > 0) await UntilAsync(() => Directory.Exists(_place.Output) && Directory.EnumerateFileSystemEntries(_place.Output).Any());
        // Nothing tells when it listens; on a busy machine the start takes seconds.
        await Task.Delay(articles > 0 ? 500 : 4000, TestContext.Current.CancellationToken);

        using var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var began = System.Diagnostics.Stopwatch.StartNew();
        var outcome = await Command.FinishAsync(process);
        Assert.Equal((130, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal("similarity: stopped; nothing was written", outcome.Error.TrimEnd());
        Assert.Empty(_place.Snapshot());
        Assert.InRange(began.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task A_full_disk_is_one_line_and_leaves_what_was_there()
    {
        var words = new Random(3);
        var input = _place.Write("a.jsonl", string.Concat(Enumerable.Range(0, 300).Select(i =>
            Record($"a{i}", string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"w{words.Next(100_000)}"))))));
        _ = await Command.RunAsync("dedupe", Workplace.SampleNews, "-o", _place.Output, "-q");
        var before = _place.Snapshot();
        foreach (var source in new[] { $"'{input}'", $"- < '{input}'" })
        {
            // The runtime maps its code through a file larger than the limit, unless it is told not to.
            var outcome = await Command.ShellAsync(
                $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 20; {Command.Line} dedupe -o '{_place.Output}' {source}");
            Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
            Assert.StartsWith("similarity: ", Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.Equal(before, _place.Snapshot());
        }
    }

    [Fact]
    public async Task More_files_than_a_process_may_hold_open_are_read()
    {
        _ = Directory.CreateDirectory(_place["many"]);
        for (var i = 0; i < 700; i++) _place.Write($"many/{i}.jsonl", Record($"{i}", $"{Wire} {i / 2}"));
        var outcome = await Command.ShellAsync($"ulimit -n 650; {Command.Line} dedupe '{_place["many"]}' -o '{_place.Output}' --threshold 0.99 --excerpt 0.99");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(350, _place.Lines("removed.jsonl").Length);
        Assert.Equal(350, _place.Lines("kept.jsonl").Length);
    }

    private static string Record(string id, string body, string? outlet = null) =>
        new JsonObject { ["id"] = id, ["outlet"] = outlet, ["body"] = body }.ToJsonString() + "\n";

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var i = 0; !holds(); i++)
        {
            Assert.True(i < 400, "It did not come to pass.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
