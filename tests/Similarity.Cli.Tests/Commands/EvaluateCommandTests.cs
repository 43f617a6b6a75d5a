using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Similarity.Cli.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_measures_are_those_of_the_stories_that_a_run_finds()
    {
        var gold = WriteGold(row => $$"""{"id":"{{row.Id}}","label":"{{row.Story}}"}""", "gold.jsonl");
        var outcome = await Command.RunAsync("evaluate", Workplace.SampleNews, "--gold", gold, "-o", _place.Output);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("threshold  precision  recall", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("apart, and labelled together", outcome.Output, StringComparison.Ordinal);

        var evaluation = JsonNode.Parse(File.ReadAllText(Path.Combine(_place.Output, "evaluation.json")))!;
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["stories"], "-q")).ExitCode);
        var stories = File.ReadLines(Path.Combine(_place["stories"], "memberships.jsonl")).Select(line => JsonNode.Parse(line)!).ToList();
        var labels = Gold().ToDictionary(row => row.Id, row => row.Story, StringComparer.Ordinal);
        var rows = stories.Select((row, i) => (Label: labels.GetValueOrDefault((string)row["id"]!), Story: (string?)row["story"] ?? $"{i}")).Where(row => row.Label is not null).ToList();
        var expected = ClusteringAgreement.Of([.. rows.Select(row => row.Label!)], [.. rows.Select(row => row.Story)]);
        Assert.Equal(rows.Count, (int)evaluation["labelled"]!);
        Assert.Equal(expected.BCubedF1, (double)evaluation["bcubed_f1"]!, 4);
        Assert.Equal(expected.AdjustedRandIndex, (double)evaluation["ari"]!, 4);
        Assert.Equal(20, evaluation["sweep"]!.AsArray().Count);
        Assert.Equal("svg", XDocument.Load(Path.Combine(_place.Output, "sweep.svg")).Root!.Name.LocalName);
        Assert.NotEmpty(_place.Lines("errors.jsonl"));
    }

    [Fact]
    public async Task What_a_run_has_written_to_the_same_folder_stays()
    {
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place.Output, "-q")).ExitCode);
        var before = _place.Snapshot();
        var gold = WriteGold(row => $$"""{"id":"{{row.Id}}","label":"{{row.Story}}"}""", "gold.jsonl");
        Assert.Equal(0, (await Command.RunAsync("evaluate", Workplace.SampleNews, "--gold", gold, "-o", _place.Output)).ExitCode);
        var after = _place.Snapshot();
        foreach (var (name, content) in before) Assert.Equal(content, after[name]);
        Assert.Equal(before.Count + 3, after.Count);
    }

    [Fact]
    public async Task The_label_may_have_another_name()
    {
        var outcome = await Command.RunAsync("evaluate", Workplace.Sample, "--gold", Path.Combine(Workplace.Sample, "..", "gold.jsonl"), "--label-field", "story");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("articles are labelled", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_may_be_csv_and_what_is_wrong_with_them_is_said()
    {
        var good = WriteGold(row => $"{row.Story},{row.Id}", "gold.csv", "label,id", "x,y,z", "alone", "unknown-story,no-such-article");
        var outcome = await Command.RunAsync("evaluate", Workplace.SampleNews, "--gold", good, "--errors", "0");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("gold.csv:3: has 1 columns; id and label are expected", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("labelled ids have no article", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("apart, and labelled together", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_labels_there_is_nothing_to_compare()
    {
        foreach (var (content, message) in new[] { ("", "holds no label"), ("{\"id\":\"a\"}\n", "holds no label"), ("{broken\n", "holds no label"), ("{\"id\":\"nobody\",\"label\":\"x\"}\n", "has one of the 1 ids") })
        {
            var outcome = await Command.RunAsync("evaluate", Workplace.SampleNews, "--gold", _place.Write("gold", content), "-o", _place.Output);
            Assert.Equal(2, outcome.ExitCode);
            Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(_place.Output));
        }
        Assert.Contains("there is no file of labels", (await Command.RunAsync("evaluate", Workplace.SampleNews, "--gold", _place["none"])).Error, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Id, string Story)> Gold() => File.ReadLines(Path.Combine(Workplace.Sample, "..", "gold.jsonl"))
        .Select(line => JsonNode.Parse(line)!)
        .Where(row => row["id"] is not null && row["story"] is not null)
        .Select(row => ((string)row["id"]!, (string)row["story"]!))
        .DistinctBy(row => row.Item1, StringComparer.Ordinal);

    private string WriteGold(Func<(string Id, string Story), string> format, string name, params string[] first) =>
        _place.Write(name, string.Join('\n', first.Concat(Gold().Select(format))) + "\n");
}
