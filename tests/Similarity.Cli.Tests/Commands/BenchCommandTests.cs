using System.Text.Json.Nodes;
using Similarity.Tests;

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
        Assert.All(results, result => Assert.True((bool)result!["checked"]! && (double)result["nanoseconds_an_item"]! > 0 && (double)result["spread"]! >= 0, $"{result}"));
        Assert.True((double)results.Single(result => (string?)result!["name"] == "words to shingles")!["gigabytes_a_second"]! > 0);
        Assert.True((double)figures["limits"]!["read_gigabytes_a_second"]! > 0 && (double)figures["limits_after"]!["gigaflops"]! > 0);
        Assert.True((double)figures["limits_drift"]! >= 0);
        Assert.Equal(OperatingSystem.IsLinux(), figures["other_load"] is not null);

        // The README says which row shows what it claims.
        var claims = File.ReadLines(Path.Combine(SharedData.Repository, "README.md")).SkipWhile(line => !line.Contains("row of `bench`", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        var rows = claims.SelectMany(line => line.Split('`').Where((_, i) => i % 2 == 1)).ToList();
        Assert.InRange(rows.Count, 4, 20);
        var names = results.Select(result => (string?)result!["name"]).ToHashSet();
        Assert.All(rows, row => Assert.Contains(row, names));
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

    [Fact]
    public void The_spread_is_from_the_first_quartile_to_the_third()
    {
        Assert.Equal(new BenchTime(4, 0.75), BenchTime.Of([7, 1, 2, 3, 4, 5, 6]));
        Assert.Equal(new BenchTime(2, 0), BenchTime.Of([2]));
        Assert.Equal(new BenchTime(1.5, 1 / 3.0), BenchTime.Of([1, 2]));
    }

    [Fact]
    public void What_others_had_of_the_processors_is_what_neither_this_process_nor_nobody_had()
    {
        var start = BenchLoad.Parse("cpu  1000 0 500 8000 100 0 0 0 0 0", TimeSpan.FromSeconds(2))!.Value;
        var end = BenchLoad.Parse("cpu  1600 100 600 9000 200 50 50 0 0 0", TimeSpan.FromSeconds(7))!.Value;
        Assert.Equal(0.2, end.OthersSince(start), 6);
        Assert.Equal(0, start.OthersSince(start));
        Assert.Null(BenchLoad.Parse("cpu0 1 2 3", TimeSpan.Zero));
        Assert.Null(BenchLoad.Parse("intr 1 2 3 4 5 6 7 8 9", TimeSpan.Zero));
    }

    [Fact]
    public void A_busy_machine_moved_limits_and_scattered_rows_are_doubted_and_a_quiet_one_is_not()
    {
        var quiet = new BenchReport("1.0.0", default, "a processor", 2, "a runtime", "vectors", 2, new MachineLimits(10, 100), [Row(0.02), Row(0.09)])
        {
            LimitsAfter = new MachineLimits(10.5, 97),
            OtherLoad = 0.05,
        };
        Assert.Empty(BenchView.Doubts(quiet));
        Assert.Contains("40 %", Assert.Single(BenchView.Doubts(quiet with { OtherLoad = 0.4 })), StringComparison.Ordinal);
        Assert.Contains("30 %", Assert.Single(BenchView.Doubts(quiet with { LimitsAfter = new MachineLimits(10, 70) })), StringComparison.Ordinal);
        Assert.Contains("1 of 2 rows", Assert.Single(BenchView.Doubts(quiet with { Results = [Row(0.02), Row(0.3)] })), StringComparison.Ordinal);
        Assert.Empty(BenchView.Doubts(quiet with { OtherLoad = null }));

        static BenchResult Row(double spread) => new("a row", true, "article", 1, spread, 1, null, null, null);
    }
}
