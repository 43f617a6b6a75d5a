using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

public sealed class BenchCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Every_kernel_agrees_with_its_specification_and_the_figures_are_saved()
    {
        var outcome = await Command.RunAsync("bench", "--quick", "-o", _place["figures.json"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("vector path", outcome.Output, StringComparison.Ordinal);
        var figures = JsonNode.Parse(File.ReadAllText(_place["figures.json"]))!;
        var results = figures["results"]!.AsArray();
        Assert.InRange(results.Count, 13, 100);
        Assert.All(results, result => Assert.True((bool)result!["checked"]! && (double)result["nanoseconds_an_item"]! > 0, $"{result}"));
        Assert.True((double)figures["limits"]!["read_gigabytes_a_second"]! > 0);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_named_before_anything_is_measured()
    {
        foreach (var place in new[] { _place.Folder, _place["nowhere/figures.json"] })
        {
            var outcome = await Command.RunAsync("bench", "--quick", "-o", place);
            Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
            Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
        }
    }
}
