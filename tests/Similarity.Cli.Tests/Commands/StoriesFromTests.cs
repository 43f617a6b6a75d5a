namespace Similarity.Cli.Tests;

/// <summary>The stories of an earlier run at another granularity.</summary>
public sealed class StoriesFromTests : IDisposable
{
    private static readonly string[] Changing = ["stories.jsonl", "memberships.jsonl", "summary.json"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("incident")]
    [InlineData("running")]
    [InlineData("0.3")]
    public async Task The_results_are_those_of_a_new_run_byte_for_byte(string granularity)
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "-o", _place["event"], "-q")).ExitCode);
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "-o", _place["anew"], "-q", "-g", granularity)).ExitCode);
        var outcome = await Command.RunAsync("stories", "--from", _place["event"], "-g", granularity, "-o", _place.Output);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("of several outlets", outcome.Output, StringComparison.Ordinal);
        var (anew, found) = (Workplace.Snapshot(_place["anew"]), _place.Snapshot());
        Assert.Equal(Changing.Order(StringComparer.Ordinal), found.Keys);
        Assert.All(Changing, name => Assert.Equal(anew[name], found[name]));

        // In its own folder everything is then as after a new run, but for what is kept, which says at which granularity it was found.
        Assert.Equal(0, (await Command.RunAsync("stories", "--from", _place["event"], "-g", granularity, "-o", _place["event"], "-q")).ExitCode);
        var there = Workplace.Snapshot(_place["event"]);
        Assert.Equal(anew.Keys, there.Keys);
        Assert.All(anew.Keys.Where(name => name != "stories.evidence"), name => Assert.Equal(anew[name], there[name]));
    }

    [Fact]
    public async Task Vectors_of_an_embedder_are_told_of_again()
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["event"], "-q", "--embedding", "fasttext")).ExitCode);
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["anew"], "-q", "--embedding", "fasttext", "-g", "running")).ExitCode);
        Assert.Equal(0, (await Command.RunAsync("stories", "--from", _place["event"], "-g", "running", "-o", _place.Output)).ExitCode);
        Assert.Contains("\"embedding\":", _place.Snapshot()["stories.jsonl"], StringComparison.Ordinal);
        Assert.Equal(Workplace.Snapshot(_place["anew"])["stories.jsonl"], _place.Snapshot()["stories.jsonl"]);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_and_nothing_is_written()
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["event"], "-q")).ExitCode);
        await RefuseAsync("holds no stories.evidence", "--from", _place["nowhere"]);
        await RefuseAsync("does not reach down to 0.01: Pairs are known from 0.03 on. Run stories anew", "--from", _place["event"], "-g", "0.01");
        await RefuseAsync("leave out INPUT", "--from", _place["event"], Workplace.SampleNews);
        await RefuseAsync("--keep was decided by the run that --from names", "--from", _place["event"], "--keep", "longest");
        await RefuseAsync("Name one or more INPUT, or --from");
        var file = Path.Combine(_place["event"], "stories.evidence");
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
        await RefuseAsync("stories.evidence is damaged: it ends early", "--from", _place["event"]);
        File.WriteAllText(file, "{}");
        await RefuseAsync("stories.evidence holds no stories that a run has kept", "--from", _place["event"]);
    }

    [Fact]
    public async Task The_results_of_another_run_are_not_mixed_with_it()
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["event"], "-q")).ExitCode);
        Assert.Equal(0, (await Command.RunAsync("dedupe", Workplace.SampleNews, "-o", _place.Output, "-q")).ExitCode);
        var before = _place.Snapshot();
        var outcome = await Command.RunAsync("stories", "--from", _place["event"], "-o", _place.Output);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("holds the results of another run (kept.jsonl)", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, _place.Snapshot());
    }

    private async Task RefuseAsync(string message, params string[] arguments)
    {
        var outcome = await Command.RunAsync(["stories", .. arguments, "-o", _place.Output]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.Output));
    }
}
