using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

/// <summary>A calibration is fitted to labels, and used.</summary>
public sealed class CalibrateTests : IDisposable
{
    private static readonly string[] Gold = ["--gold", Path.Combine(Workplace.Sample, "..", "gold.jsonl"), "--label-field", "story"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_is_fitted_to_labels_gives_stories_their_probabilities()
    {
        var fitted = await Command.RunAsync(["calibrate", Workplace.Sample, .. Gold, "-o", _place["fitted"]]);
        Assert.Equal(0, fitted.ExitCode);
        Assert.Contains("came true", fitted.Output, StringComparison.Ordinal);
        Assert.Contains("stories INPUT... --calibration", fitted.Output, StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(_place["fitted"], "reliability.svg")), StringComparison.Ordinal);
        var file = Path.Combine(_place["fitted"], "calibration.txt");
        var calibration = StoryCalibration.Parse(File.ReadAllText(file));

        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "--calibration", file, "-o", _place["stories"], "-q")).ExitCode);
        var members = File.ReadLines(Path.Combine(_place["stories"], "stories.jsonl")).SelectMany(line => JsonNode.Parse(line)!["members"]!.AsArray()).Where(member => member!["closeness"] is not null).ToList();
        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Equal(calibration.ProbabilityOf((double)member!["closeness"]!), (double)member["probability"]!, 0.01));

        // From what the run has kept, too, in either format; without a calibration there are none.
        Assert.Equal(0, (await Command.RunAsync("stories", "--from", _place["stories"], "--calibration", file, "-o", _place["again"], "-q")).ExitCode);
        Assert.Equal(Workplace.Snapshot(_place["stories"])["stories.jsonl"], Workplace.Snapshot(_place["again"])["stories.jsonl"]);
        Assert.Equal(0, (await Command.RunAsync("stories", "--from", _place["stories"], "--calibration", file, "--format-out", "parquet", "-o", _place["flat"], "-q")).ExitCode);
        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.Sample, "-o", _place.Output, "-q")).ExitCode);
        Assert.DoesNotContain("probability", _place.Snapshot()["stories.jsonl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labelled_pairs_teach_as_well()
    {
        var path = _place["pairs.txt"];
        Assert.Equal(0, (await Command.RunAsync("sample", Workplace.Sample, "-o", path, "--pairs", "60")).ExitCode);
        var stories = File.ReadLines(Gold[1]).Select(line => JsonNode.Parse(line)!).Where(line => line["id"] is not null).DistinctBy(line => (string)line["id"]!).ToDictionary(line => (string)line["id"]!, line => (string?)line["story"]);
        var lines = File.ReadAllLines(path);
        for (var i = 1; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('{')) continue;
            var pair = JsonNode.Parse(lines[i])!;
            var (a, b) = (stories.GetValueOrDefault((string)pair["a"]!), stories.GetValueOrDefault((string)pair["b"]!));
            var label = Array.FindLastIndex(lines, i, line => line.StartsWith('?'));
            lines[label] = a is not null && a == b ? "same" : "different";
        }
        File.WriteAllLines(path, lines);
        var fitted = await Command.RunAsync("calibrate", Workplace.Sample, "--pairs", path, "-o", _place["fitted"]);
        Assert.Equal(0, fitted.ExitCode);
        Assert.InRange(StoryCalibration.Parse(File.ReadAllText(Path.Combine(_place["fitted"], "calibration.txt"))).Slope, 0.1, 500);
    }

    [Fact]
    public async Task Labels_that_do_not_suffice_and_files_that_are_none_are_refused()
    {
        var gold = _place.Write("one.jsonl", """{"id":"northwire-0225-07","label":"dam"}""");
        await RefuseAsync("the labels do not suffice", "calibrate", Workplace.Sample, "--gold", gold, "-o", _place.Output);
        await RefuseAsync("either --gold or --pairs", "calibrate", Workplace.Sample, "-o", _place.Output);
        var broken = _place.Write("broken.txt", "# similarity calibration 1\nslope none\n");
        await RefuseAsync("slope is 'none'", "stories", Workplace.SampleNews, "--calibration", broken, "-o", _place.Output);
        await RefuseAsync("nowhere.txt", "stories", Workplace.SampleNews, "--calibration", "nowhere.txt", "-o", _place.Output);
        Assert.False(Directory.Exists(_place.Output));
    }

    [Fact]
    public async Task What_is_read_is_never_replaced()
    {
        var articles = _place.Write("errors.jsonl", File.ReadAllText(Workplace.SampleNews));
        var gold = _place.Write("evaluation.json", File.ReadAllText(Gold[1]));
        var pairs = _place.Write("calibration.txt", "?\n{}\n");
        await RefuseAsync("errors.jsonl is read here", "evaluate", articles, "--gold", Gold[1], "--label-field", "story", "-o", _place.Folder);
        await RefuseAsync("evaluation.json is read here", "evaluate", Workplace.SampleNews, "--gold", gold, "--label-field", "story", "-o", _place.Folder);
        await RefuseAsync("calibration.txt is read here", "calibrate", Workplace.SampleNews, "--pairs", pairs, "-o", _place.Folder);
        await RefuseAsync("errors.jsonl is read here", "sample", articles, "-o", articles);
        await RefuseAsync("errors.jsonl is read here", "sample", _place.Folder, "-o", articles);
        Assert.Equal(File.ReadAllText(Workplace.SampleNews), File.ReadAllText(articles));
    }

    private static async Task RefuseAsync(string reason, params string[] arguments)
    {
        var outcome = await Command.RunAsync(arguments);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(reason, outcome.Output + outcome.Error, StringComparison.Ordinal);
    }
}
