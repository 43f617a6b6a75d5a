using System.Text;
using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

public sealed class FurnitureCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_outlets_repeat_is_shown_saved_and_used_again()
    {
        var outcome = await Command.RunAsync("furniture", Workplace.Sample, "-o", _place["learnt.tsv"], "--lines", "2");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Helpful keywords", outcome.Output, StringComparison.Ordinal);
        var saved = File.ReadAllText(_place["learnt.tsv"]);
        Assert.Contains("The Lowland Observer\t5\t5\t", saved, StringComparison.Ordinal);

        var again = await Command.RunAsync("furniture", Workplace.Sample, "--furniture", _place["learnt.tsv"], "-o", _place["again.tsv"]);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(saved, File.ReadAllText(_place["again.tsv"]));
    }

    [Fact]
    public async Task Phrases_of_the_user_are_left_out_and_recorded()
    {
        var story = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i}"));
        var articles = _place.Write("a.jsonl", $$"""{"id":"a","body":"{{story}}.\nQuacks the daily duck of Lower Tarn"}""" + "\n");
        var phrases = _place.Write("phrases.txt", "# mine\nquacks the …\n");
        Assert.Equal(0, (await Command.RunAsync("dedupe", articles, "-o", _place.Output, "-q")).ExitCode);
        Assert.Empty(_place.Lines("furniture.jsonl"));
        Assert.Equal(0, (await Command.RunAsync("dedupe", articles, "-o", _place.Output, "-q", "--phrases", phrases)).ExitCode);
        var span = JsonNode.Parse(Assert.Single(_place.Lines("furniture.jsonl")))!;
        Assert.Equal("phrase", (string)span["reason"]!);
        var body = Encoding.UTF8.GetBytes((string)JsonNode.Parse(File.ReadAllText(articles))!["body"]!);
        Assert.Equal("Quacks the daily duck of Lower Tarn", Encoding.UTF8.GetString(body[(int)span["start"]!..(int)span["end"]!]));
    }

    [Fact]
    public async Task Texts_can_be_compared_as_they_stand()
    {
        Assert.Equal(0, (await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "-q", "--keep-furniture")).ExitCode);
        Assert.Empty(_place.Lines("furniture.jsonl"));
    }

    [Fact]
    public async Task Every_group_has_a_lineage_whose_sources_come_before_their_copies()
    {
        Assert.Equal(0, (await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "-q")).ExitCode);
        var groups = _place.Lines("groups.jsonl").Select(line => JsonNode.Parse(line)!).ToList();
        var lineages = _place.Lines("lineage.jsonl").Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(groups.Select(group => (string)group["group"]!), lineages.Select(lineage => (string)lineage["group"]!));
        foreach (var (group, lineage) in groups.Zip(lineages))
        {
            var members = lineage["members"]!.AsArray().Select(member => (string)member!["id"]!).ToList();
            Assert.Equal(group["members"]!.AsArray().Select(member => (string)member!["id"]!).Append((string)group["canonical"]!).Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
            Assert.All(lineage["members"]!.AsArray().Index(), member => Assert.True(member.Item!["source"] is not { } source || members.IndexOf((string)source!) < member.Index));
        }
        Assert.Equal(9, lineages.Count(lineage => lineage["origin"] is not null));
    }

    [Theory]
    [InlineData("--furniture", "Post\tmany\t1\t\tline", "Line 1 of the learnt furniture articles: 'many' is no number")]
    [InlineData("--phrases", "[middle]", "Line 1 of the phrases is '[middle]'")]
    [InlineData("--agencies", "= AP", "1")]
    public async Task A_file_that_cannot_be_read_is_named_with_its_line_and_reason(string option, string content, string reason)
    {
        var file = _place.Write("given.txt", content);
        var outcome = await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, option, file);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("given.txt", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.Output));
    }

    [Fact]
    public async Task A_link_is_followed_and_what_is_read_only_stays()
    {
        File.WriteAllText(_place["target.tsv"], "old");
        _ = File.CreateSymbolicLink(_place["link.tsv"], "target.tsv");
        Assert.Equal(0, (await Command.RunAsync("furniture", Workplace.Sample, "-o", _place["link.tsv"])).ExitCode);
        Assert.StartsWith("# outlet", File.ReadAllText(_place["target.tsv"]), StringComparison.Ordinal);
        Assert.Equal("target.tsv", new FileInfo(_place["link.tsv"]).LinkTarget);

        File.SetAttributes(_place["target.tsv"], FileAttributes.ReadOnly);
        var outcome = await Command.RunAsync("furniture", Workplace.Sample, "-o", _place["target.tsv"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("read-only", outcome.Error, StringComparison.Ordinal);
        File.SetAttributes(_place["target.tsv"], FileAttributes.Normal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_named()
    {
        var outcome = await Command.RunAsync("furniture", Workplace.Sample, "-o", _place["nowhere/learnt.tsv"]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("nowhere", outcome.Error, StringComparison.Ordinal);
    }
}
