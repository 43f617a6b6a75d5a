using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Similarity.Cli.Tests;

public sealed class SuggestCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_suggestion_says_its_rule_and_how_sure_it_is_and_is_drawn()
    {
        var outcome = await Command.RunAsync("suggest", Workplace.Sample, "-o", _place.Output, "--threads", "1");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("suggested: --granularity 0.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("the rule: 0.05 above", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("how sure: not sure: there are few texts", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(Path.Combine(_place.Output, "suggestion.svg")).Root!.Name.LocalName);
        var suggestion = JsonNode.Parse(File.ReadAllText(Path.Combine(_place.Output, "suggestion.json")))!;
        Assert.False((bool)suggestion["is_clear"]!);
        Assert.Equal(20, suggestion["stability"]!.AsArray().Count);
        Assert.Equal(2, _place.Snapshot().Count);

        var before = _place.Snapshot();
        Assert.Equal(0, (await Command.RunAsync("suggest", Workplace.Sample, "-o", _place.Output, "--threads", "4")).ExitCode);
        Assert.Equal(before, _place.Snapshot());
    }

    [Fact]
    public async Task The_stories_at_each_threshold_are_as_many_as_a_run_finds()
    {
        Assert.Equal(0, (await Command.RunAsync("suggest", Workplace.SampleNews, "-o", _place.Output, "--subsets", "1")).ExitCode);
        var stability = JsonNode.Parse(File.ReadAllText(Path.Combine(_place.Output, "suggestion.json")))!["stability"]!.AsArray();
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["stories"], "-q", "-g", "0.14")).ExitCode);
        var stories = File.ReadLines(Path.Combine(_place["stories"], "stories.jsonl")).Select(line => JsonNode.Parse(line)!).Count(story => (int)story["texts"]! > 1);
        Assert.Equal(stories, (int)stability.Single(point => (double)point!["threshold"]! == 0.14)!["stories"]!);
    }

    [Fact]
    public async Task Nothing_to_look_at_is_refused()
    {
        var outcome = await Command.RunAsync("suggest", _place.Write("a.jsonl", "{\"id\":\"a\",\"body\":\"\"}\n"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("none of 1 articles has a word", outcome.Error, StringComparison.Ordinal);
    }
}
