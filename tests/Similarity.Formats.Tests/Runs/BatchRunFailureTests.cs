namespace Similarity.Formats.Tests;

/// <summary>Whatever goes wrong, the results of the run before are still there and nothing else is.</summary>
public sealed class BatchRunFailureTests : IDisposable
{
    private readonly RunFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task The_guard_leaves_what_was_there_and_says_why()
    {
        var before = await ResultsOfAnEarlierRunAsync();
        _run.Write("a.jsonl", Enumerable.Range(0, 10).Select(i => InventedNews.Record($"a{i}", InventedNews.Text(1, 40), "Outlet")));
        var outcome = await _run.RunAsync(_run.Options(maxShare: 0.8));
        Assert.Equal("9 of the 10 articles would be removed (90.0 %; --max-removed-share allows 80.0 %)", Assert.Single(outcome.Alarms));
        Assert.Equal(before, _run.Snapshot());

        Assert.Empty((await _run.RunAsync(_run.Options(maxShare: 0.9))).Alarms);
        Assert.NotEqual(before, _run.Snapshot());
    }

    [Fact]
    public async Task The_guard_looks_at_each_large_outlet()
    {
        _run.Write("a.jsonl",
        [
            InventedNews.Record("first", InventedNews.Text(1, 40), "Wire"),
            .. Enumerable.Range(0, 100).Select(i => InventedNews.Record($"a{i}", InventedNews.Text(1, 40), "Copyist")),
            .. Enumerable.Range(0, 99).Select(i => InventedNews.Record($"b{i}", InventedNews.Text(1, 40), "Small Copyist")),
            .. InventedNews.Distinct(300),
        ]);
        var outcome = await _run.RunAsync();
        Assert.Contains("100 of the 100 articles of Copyist", Assert.Single(outcome.Alarms), StringComparison.Ordinal);
        Assert.Empty(_run.Snapshot());
    }

    [Theory]
    [InlineData(BatchStage.Reading, 1)]
    [InlineData(BatchStage.Reading, 3)]
    [InlineData(BatchStage.Candidates, 2)]
    [InlineData(BatchStage.Verifying, 2)]
    [InlineData(BatchStage.Writing, 2)]
    public async Task A_run_that_is_stopped_leaves_what_was_there(BatchStage stage, int threads)
    {
        var before = await ResultsOfAnEarlierRunAsync();
        _run.Write("a.jsonl", InventedNews.Distinct(2000, words: 30));
        _run.Write("b.jsonl", Enumerable.Range(0, 200).Select(i => InventedNews.Record($"b{i}", InventedNews.Text(i % 20, 100, from: i % 9))));
        _run.Inputs.Write("in/c.csv", "id,body\n1,one\n");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _run.RunAsync(_run.Options(threads, blockBytes: 1000), new OnProgress(stage, stop.Cancel), stop.Token));
        Assert.Equal(before, _run.Snapshot());
    }

    [Fact]
    public async Task An_input_that_is_cut_while_the_run_reads_it_again_is_an_error_of_the_machine()
    {
        var before = await ResultsOfAnEarlierRunAsync();
        // Enough texts that share nothing come first that the first pair is verified on another thread.
        var path = _run.Write("a.jsonl", Enumerable.Range(0, 200).Select(i =>
            InventedNews.Record($"b{i}", i < 100 ? InventedNews.Text(i, 100) : InventedNews.Text(i - 100, 95, from: 5))));
        var fault = await Assert.ThrowsAsync<IOException>(
            () => _run.RunAsync(_run.Options(threads: 2), new OnProgress(BatchStage.Candidates, () => File.WriteAllText(path, "{}\n"))));
        Assert.Contains("changed while it was being read", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, _run.Snapshot());
    }

    [Fact]
    public async Task An_input_that_changes_after_it_was_judged_replaces_nothing()
    {
        var before = await ResultsOfAnEarlierRunAsync();
        string[] copies = [.. Enumerable.Range(0, 3).Select(i => InventedNews.Record($"b{i}", InventedNews.Text(1, 100)))];
        var path = _run.Write("z.jsonl", copies);
        _run.Write("a.jsonl", InventedNews.Distinct(3000));
        var other = string.Concat(copies.Select(copy => copy.Replace("\"b", "\"c", StringComparison.Ordinal) + "\n"));
        var fault = await Assert.ThrowsAsync<IOException>(
            () => _run.RunAsync(progress: new OnProgress(BatchStage.Writing, () => File.WriteAllText(path, other))));
        Assert.Contains("changed while it was being read", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, _run.Snapshot());
    }

    [Fact]
    public async Task A_result_whose_name_is_taken_by_a_folder_replaces_none()
    {
        _run.Write("a.jsonl", InventedNews.Distinct(3));
        foreach (var name in new[] { "kept.jsonl", "removed.jsonl", "summary.json" })
        {
            _ = Directory.CreateDirectory(Path.Combine(_run.Output, name));
            _run.Inputs.Write("out/groups.jsonl", "old");
            var fault = await Assert.ThrowsAsync<IOException>(() => _run.RunAsync());
            Assert.Contains(name, fault.Message, StringComparison.Ordinal);
            Directory.Delete(Path.Combine(_run.Output, name));
            Assert.Equal("old", Assert.Single(_run.Snapshot()).Value);
        }
    }

    [Fact]
    public async Task An_output_folder_below_a_file_is_refused()
    {
        _run.Write("a.jsonl", InventedNews.Distinct(1));
        _run.Inputs.Write("taken", "a file");
        foreach (var output in new[] { _run.Inputs["taken"], Path.Combine(_run.Inputs["taken"], "out") })
        {
            await Assert.ThrowsAnyAsync<IOException>(() => _run.RunAsync(_run.Options() with { OutputFolder = output }));
        }
        Assert.Equal("a file", File.ReadAllText(_run.Inputs["taken"]));
    }

    [Fact]
    public async Task An_output_folder_that_may_not_be_written_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "This user may write anywhere.");
        if (OperatingSystem.IsWindows()) return;
        _run.Write("a.jsonl", InventedNews.Distinct(1));
        _ = Directory.CreateDirectory(_run.Output);
        File.SetUnixFileMode(_run.Output, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _run.RunAsync());
    }

    [Fact]
    public async Task Inputs_without_an_article_replace_nothing()
    {
        var before = await ResultsOfAnEarlierRunAsync();
        _run.Write("a.jsonl", ["broken", ""]);
        var outcome = await _run.RunAsync();
        Assert.Equal((0, 1), (outcome.Summary.Articles, outcome.Summary.Rejected));
        Assert.Equal(before, _run.Snapshot());
    }

    private async Task<SortedDictionary<string, string>> ResultsOfAnEarlierRunAsync()
    {
        _run.Write("a.jsonl", InventedNews.Distinct(3));
        await _run.RunAsync();
        return _run.Snapshot();
    }
}
