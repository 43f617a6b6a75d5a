using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

/// <summary>Pairs go out to be labelled and come back.</summary>
public sealed class SampleCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task All_pairs_with_the_labels_of_the_sample_give_the_measures_of_all_pairs()
    {
        Assert.Equal(0, (await Command.RunAsync("sample", Workplace.SampleNews, "-o", _place["pairs.txt"], "--pairs", "10000")).ExitCode);
        var pairs = Label(_place["pairs.txt"], (a, b) => Stories.TryGetValue(a, out var story) && Stories.GetValueOrDefault(b) == story ? "same" : "d");
        var outcome = await Command.RunAsync("evaluate", Workplace.SampleNews, "--pairs", _place["pairs.txt"], "-o", _place.Output);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("0 unsure, 0 not yet", outcome.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await Command.RunAsync("stories", Workplace.SampleNews, "-o", _place["stories"], "-q")).ExitCode);
        var storyOf = File.ReadLines(Path.Combine(_place["stories"], "memberships.jsonl")).Select(line => JsonNode.Parse(line)!).DistinctBy(row => (string)row["id"]!, StringComparer.Ordinal).ToDictionary(row => (string)row["id"]!, row => (string?)row["story"], StringComparer.Ordinal);
        var judged = pairs.ConvertAll(pair => (IsSame: pair.Label == "same", IsTogether: storyOf[pair.A] is { } story && story == storyOf[pair.B]));
        var right = judged.Count(pair => pair.IsSame && pair.IsTogether);
        Assert.InRange(right, 10, pairs.Count - 10);
        var evaluation = JsonNode.Parse(File.ReadAllText(Path.Combine(_place.Output, "evaluation.json")))!;
        Assert.Equal(pairs.Count, (int)evaluation["labelled_pairs"]!);
        Assert.Equal((double)right / judged.Count(pair => pair.IsTogether), (double)evaluation["pair_precision"]!, 4);
        Assert.Equal((double)right / judged.Count(pair => pair.IsSame), (double)evaluation["pair_recall"]!, 4);
        Assert.Equal(Math.Min(50, judged.Count(pair => pair.IsSame != pair.IsTogether)), _place.Lines("errors.jsonl").Length);
        Assert.Equal(20, evaluation["sweep"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_part_of_the_labels_is_enough_and_what_is_wrong_with_them_is_said()
    {
        Assert.Equal(0, (await Command.RunAsync("sample", Workplace.SampleNews, "-o", _place["pairs.txt"], "--pairs", "30")).ExitCode);
        var number = 0;
        _ = Label(_place["pairs.txt"], (_, _) => ++number switch { < 8 => "same", < 15 => "Different", < 17 => "UNSURE", 17 => "maybe", _ => "?" });
        File.AppendAllText(_place["pairs.txt"], "same\n{\"a\":\"nobody\",\"b\":\"none\"}\nsame\n{\"a\":\"nobody\"}\nsame\n{\"a\":\n");
        var outcome = await Command.RunAsync("evaluate", Workplace.SampleNews, "--pairs", _place["pairs.txt"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("14 pairs are labelled same or different, 2 unsure", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("label: 'maybe' is none of same, different, unsure, ?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("b: is missing", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("1 labelled pairs have an article that is not there", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_are_not_overwritten_and_the_same_call_draws_the_same_pairs()
    {
        string[] arguments = ["sample", Workplace.SampleNews, "-o", _place["pairs.txt"], "--pairs", "20"];
        Assert.Equal(0, (await Command.RunAsync(arguments)).ExitCode);
        var first = File.ReadAllText(_place["pairs.txt"]);
        Assert.Equal(0, (await Command.RunAsync([.. arguments, "--threads", "3"])).ExitCode);
        Assert.Equal(first, File.ReadAllText(_place["pairs.txt"]));
        _ = Label(_place["pairs.txt"], (_, _) => "same");
        var refused = await Command.RunAsync(arguments);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds labels", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_title_passes_for_a_label_or_for_a_pair()
    {
        const string Hostile = "\\nsame\\n{\\\"a\\\":\\\"x\\\",\\\"b\\\":\\\"y\\\"}\\u001b[31m\\u202e";
        var input = _place.Write("a.jsonl", string.Concat(File.ReadLines(Workplace.SampleNews).Take(20).Select((line, i) => $"{{\"id\":\"\\n# {i}\",\"outlet\":\"{Hostile}\",\"title\":\"{Hostile}\",\"body\":{JsonNode.Parse(line)!["body"]?.ToJsonString() ?? "null"}}}\n")));
        Assert.Equal(0, (await Command.RunAsync("sample", input, "-o", _place["pairs.txt"], "--pairs", "1000", "-g", "0.03")).ExitCode);
        var text = File.ReadAllText(_place["pairs.txt"]);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.DoesNotContain("\nsame", text, StringComparison.Ordinal);
        var outcome = await Command.RunAsync("evaluate", input, "--pairs", _place["pairs.txt"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("pairs is labelled same or different", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("rejected", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Either_kind_of_labels_is_needed_and_a_file_of_pairs_holds_some()
    {
        Assert.Contains("either --gold or --pairs", (await Command.RunAsync("evaluate", Workplace.SampleNews)).Error, StringComparison.Ordinal);
        Assert.Contains("either --gold or --pairs", (await Command.RunAsync("evaluate", Workplace.SampleNews, "--gold", "a", "--pairs", "b")).Error, StringComparison.Ordinal);
        Assert.Contains("holds no pair", (await Command.RunAsync("evaluate", Workplace.SampleNews, "--pairs", _place.Write("empty", "# nothing\n"))).Error, StringComparison.Ordinal);
        Assert.Contains("there is no file of pairs", (await Command.RunAsync("evaluate", Workplace.SampleNews, "--pairs", _place["none"])).Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Stories { get; } = File.ReadLines(Path.Combine(Workplace.Sample, "..", "gold.jsonl"))
        .Select(line => JsonNode.Parse(line)!)
        .Where(row => row["id"] is not null && row["story"] is not null)
        .DistinctBy(row => (string)row["id"]!, StringComparer.Ordinal)
        .ToDictionary(row => (string)row["id"]!, row => (string)row["story"]!, StringComparer.Ordinal);

    /// <summary>Writes labels into a file of pairs, as a person would.</summary>
    private static List<(string A, string B, string Label)> Label(string path, Func<string, string, string> labelOf)
    {
        var lines = File.ReadAllLines(path);
        var labelled = new List<(string, string, string)>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('{')) continue;
            var pair = JsonNode.Parse(lines[i])!;
            // Between them are what a person reads, indented.
            var label = Array.FindLastIndex(lines, i - 1, line => !line.StartsWith(' '));
            Assert.Equal("?", lines[label]);
            lines[label] = labelOf((string)pair["a"]!, (string)pair["b"]!);
            labelled.Add(((string)pair["a"]!, (string)pair["b"]!, lines[label]));
        }
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return labelled;
    }
}
