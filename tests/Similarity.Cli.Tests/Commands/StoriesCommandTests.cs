using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

public sealed class StoriesCommandTests : IDisposable
{
    private static readonly string Gold = Path.Combine(Workplace.Sample, "..", "gold.jsonl");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_stories_of_the_sample_are_those_it_was_written_with_but_for_a_few()
    {
        var outcome = await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("closeness", outcome.Output, StringComparison.Ordinal);
        var gold = File.ReadLines(Gold).Select(line => JsonNode.Parse(line)!).Select((row, i) => (string?)row["story"] ?? $"alone-{i}").ToList();
        var found = Memberships().Select((row, i) => (string?)row["story"] ?? $"alone-{i}").ToList();
        var agreement = ClusteringAgreement.Of(gold, found);
        TestContext.Current.TestOutputHelper!.WriteLine($"{agreement.BCubedPrecision:n3} {agreement.BCubedRecall:n3} {agreement.BCubedF1:n3}");
        Assert.InRange(agreement.BCubedF1, 0.87, 1);
    }

    [Fact]
    public async Task A_story_holds_whole_groups_and_says_why_each_text_is_in_it()
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "-q")).ExitCode);
        var memberships = Memberships();
        foreach (var group in memberships.Where(row => row["group"] is not null).GroupBy(row => (string)row["group"]!, StringComparer.Ordinal))
        {
            Assert.NotNull(Assert.Single(group.Select(row => (string?)row["story"]).Distinct(StringComparer.Ordinal)));
        }
        var stories = _place.Lines("stories.jsonl").Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(memberships.Count(row => row["story"] is not null), stories.Sum(story => (int)story["articles"]!));
        foreach (var story in stories)
        {
            var members = story["members"]!.AsArray();
            Assert.Equal((int)story["articles"]!, members.Count);
            Assert.Contains((string)story["canonical"]!, members.Select(member => (string)member!["id"]!));
            var texts = members.Where(member => member!["copy_of"] is null).ToList();
            Assert.Equal((int)story["texts"]!, texts.Count);
            if (texts.Count > 1) Assert.All(texts, text => Assert.Contains((string)text!["nearest"]!, members.Select(member => (string)member!["id"]!)));
        }
    }

    [Fact]
    public async Task Without_stories_a_run_is_as_it_was()
    {
        Assert.Equal(0, (await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "-q")).ExitCode);
        Assert.DoesNotContain("stories.jsonl", _place.Snapshot().Keys);
        Assert.All(Memberships(), row => Assert.False(row.AsObject().ContainsKey("story")));
        Assert.DoesNotContain("stories", File.ReadAllText(Path.Combine(_place.Output, "summary.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Granularity_moves_the_decision()
    {
        var sizes = new List<int>();
        foreach (var granularity in new[] { "running", "event", "incident", "0.6" })
        {
            Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "-q", "-g", granularity)).ExitCode);
            sizes.Add(Memberships().Count(row => row["story"] is not null));
        }
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.True(sizes[0] > sizes[^1]);
    }

    [Theory]
    [InlineData("fine")]
    [InlineData("7")]
    [InlineData("NaN")]
    public async Task A_granularity_that_is_none_is_refused(string granularity)
    {
        var outcome = await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "-g", granularity);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"--granularity: '{granularity}' is none of incident, event, running", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.Output));
    }

    [Fact]
    public async Task Stories_are_written_as_parquet_too()
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "-q", "--format-out", "parquet")).ExitCode);
        Assert.Contains("stories.parquet", _place.Snapshot().Keys);
        Assert.Contains("memberships.parquet", _place.Snapshot().Keys);
    }

    [Fact]
    public async Task Vectors_of_fastText_may_bring_candidates()
    {
        var outcome = await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "--embedding", "fasttext");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("embedding by the general model", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\"embedding\":", File.ReadAllText(Path.Combine(_place.Output, "stories.jsonl")), StringComparison.Ordinal);

        var alone = await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "--model", "some.bin");
        Assert.Equal(2, alone.ExitCode);
        Assert.Contains("--model and --cache belong to --embedding fasttext", alone.Error, StringComparison.Ordinal);
    }

    private List<JsonNode> Memberships() => [.. _place.Lines("memberships.jsonl").Select(line => JsonNode.Parse(line)!)];
}
