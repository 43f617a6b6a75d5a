using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private static readonly string Page = Path.Combine(Workplace.Sample, "valley-post-flood.html");

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_reprint_is_shown_with_every_measure()
    {
        var outcome = await Command.RunAsync("compare", $"{Workplace.SampleNews}#northwire-0225-07", Page);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var lines = outcome.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("A  Thousands told to leave homes below leaking Corran Dam", lines[0]);
        Assert.StartsWith("   Northwire, an article, ", lines[1], StringComparison.Ordinal);
        Assert.Contains("Reprint", lines);
        Assert.All(
            ["resemblance", "A contained in B", "B contained in A", "estimate", "by bands", "by fingerprints"],
            measure => Assert.Contains(lines, line => line.StartsWith($"  {measure} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_measures_as_JSON_are_those_of_a_run()
    {
        _ = await Command.RunAsync("dedupe", Workplace.Sample, "-o", _place.Output, "-q");
        _ = await Command.RunAsync("furniture", Workplace.Sample, "-o", _place["learnt.tsv"]);
        var removed = JsonNode.Parse(_place.Lines("removed.jsonl").Single(line => line.Contains("valley-post-flood.html", StringComparison.Ordinal)))!;
        var outcome = await Command.RunAsync("compare", Page, $"{Workplace.SampleNews}#{(string)removed["kept_id"]!}", "--json", "--furniture", _place["learnt.tsv"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var json = JsonNode.Parse(outcome.Output)!;
        Assert.Equal((string)removed["kind"]!, (string)json["kind"]!);
        Assert.True((bool)json["comparable"]!);
        foreach (var (inRun, alone) in new[] { ("resemblance", "resemblance"), ("containment", "containment_of_a"), ("containment_of_other", "containment_of_b") })
        {
            Assert.Equal((double)removed[inRun]!, Math.Round((double)json[alone]!, 4));
        }
        Assert.Equal((int)removed["shared"]!, (int)json["shared"]!);
        Assert.InRange((double)json["estimated_resemblance"]!, (double)json["shingle_resemblance"]! - 0.15, (double)json["shingle_resemblance"]! + 0.15);
        Assert.Equal((string)removed["kept_id"]!, (string)json["b"]!["id"]!);
    }

    [Fact]
    public async Task An_article_and_a_headline_are_not_comparable()
    {
        var headline = Path.Combine(Workplace.Sample, "headlines.csv");
        var outcome = await Command.RunAsync("compare", $"{headline}#hl-3001", Page);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("not comparable: A is a headline or brief text, B is an article", outcome.Output, StringComparison.Ordinal);
        var json = JsonNode.Parse((await Command.RunAsync("compare", $"{headline}#hl-3001", Page, "--json")).Output)!;
        Assert.Equal((null, false, 0.0), ((string?)json["kind"], (bool)json["comparable"]!, (double)json["resemblance"]!));
    }

    [Fact]
    public async Task Thresholds_decide_the_kind()
    {
        var source = $"{Workplace.SampleNews}#northwire-0225-07";
        var outcome = await Command.RunAsync("compare", source, Page, "--json", "--threshold", "0.95", "--excerpt", "0.995", "--derived", "0.99", "--derived-passages", "0.98");
        Assert.Null((string?)JsonNode.Parse(outcome.Output)!["kind"]);
    }

    [Theory]
    [InlineData("news.jsonl#nobody", "holds no article with the id 'nobody'; not all of it could be read: ")]
    [InlineData("news.jsonl", "holds 72 articles; name one as ")]
    [InlineData("news.jsonl#valley-post-0694", "holds 2 articles with the id 'valley-post-0694'.")]
    [InlineData("nothing.jsonl", "Nothing found at ")]
    public async Task What_is_not_exactly_one_article_is_an_error(string reference, string message)
    {
        var outcome = await Command.RunAsync("compare", Path.Combine(Workplace.Sample, reference), Page);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_with_a_hash_is_taken_as_it_is()
    {
        var file = _place["a#b.txt"];
        File.WriteAllText(file, "It rained in the valley.");
        var outcome = await Command.RunAsync("compare", file, file);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Identical", outcome.Output, StringComparison.Ordinal);
    }
}
