using System.Text.Json.Nodes;

namespace Similarity.Cli.Tests;

/// <summary>What the command finds in the sample, against the labels that were written with it.</summary>
public sealed class SampleTests(SampleTests.Run run) : IClassFixture<SampleTests.Run>
{
    private readonly Workplace _place = run.Place;
    private readonly JsonNode[] _gold = run.Gold;
    private readonly JsonNode[] _found = run.Found;

    [Fact]
    public void Labels_and_memberships_are_about_the_same_articles_in_the_same_order()
    {
        Assert.Equal(_gold.Length, _found.Length);
        foreach (var (gold, found) in _gold.Zip(_found))
        {
            if (gold["id"] is null) Assert.True((bool)found["id_derived"]!);
            else Assert.EndsWith((string)gold["id"]!, (string)found["id"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_identical_text_and_reprint_is_in_the_group_of_its_source()
    {
        var copies = Enumerable.Range(0, _gold.Length).Where(i => (string?)_gold[i]["kind"] is "identical" or "reprint").ToList();
        Assert.Equal(14, copies.Count);
        Assert.All(copies, copy => Assert.Equal(Group(SourceOf(copy)), Group(copy)));
        Assert.All(copies, copy => Assert.NotNull(Group(copy)));
    }

    [Fact]
    public void Every_excerpt_and_derived_text_is_in_the_group_of_its_source()
    {
        var missed = Enumerable.Range(0, _gold.Length)
            .Where(i => (string?)_gold[i]["kind"] is "excerpt" or "derived")
            .Where(i => Group(i) is null || Group(i) != Group(SourceOf(i)))
            .Select(i => (string)_gold[i]["id"]!);
        Assert.Empty(missed);
    }

    [Fact]
    public void Nothing_that_shares_its_text_with_nobody_is_removed()
    {
        var alone = Enumerable.Range(0, _gold.Length).Where(i => _gold[i]["kind"] is null).ToList();
        Assert.Equal(44, alone.Count);
        Assert.All(alone, article => Assert.True((bool)_found[article]["kept"]!, (string?)_gold[article]["id"]));
    }

    [Fact]
    public void No_group_mixes_two_texts()
    {
        var grouped = Enumerable.Range(0, _gold.Length).Where(i => Group(i) is not null).GroupBy(Group, StringComparer.Ordinal);
        Assert.All(grouped, group => Assert.Single(group.Select(i => (string?)_gold[i]["text_group"]).Distinct()));
    }

    [Fact]
    public void Every_source_is_kept_or_the_newest_version_of_it_that_its_outlet_published()
    {
        var sources = Enumerable.Range(0, _gold.Length).Where(i => (string?)_gold[i]["kind"] == "source").ToList();
        Assert.Equal(14, sources.Count);
        var replaced = sources.Where(source => !(bool)_found[source]["kept"]!).Select(source => (string)_gold[source]["id"]!);
        Assert.Equal(["northwire-0225-07", "northwire-0302-04"], replaced);
        var removed = _place.Lines("removed.jsonl").Select(line => JsonNode.Parse(line)!).ToDictionary(row => (string)row["id"]!, row => (string)row["kept_id"]!, StringComparer.Ordinal);
        Assert.Equal(["northwire-0225-31", "northwire-0303-02"], replaced.Select(source => removed[source]));
    }

    [Fact]
    public void The_broken_lines_and_the_repeated_identifier_are_in_the_rejects() => Assert.Equal(
        [(23, "rejected"), (58, "rejected"), (60, "noted")],
        _place.Lines("rejects.jsonl").Select(line => JsonNode.Parse(line)!).Select(row => ((int)row["line"]!, (string)row["outcome"]!)));

    private string? Group(int article) => (string?)_found[article]["group"];

    private int SourceOf(int article) => Array.FindIndex(_gold, gold => (string?)gold["id"] == (string?)_gold[article]["source"]);

    public sealed class Run : IAsyncLifetime
    {
        internal Workplace Place { get; } = new();

        /// <summary>A label for each article, in input order.</summary>
        internal JsonNode[] Gold { get; private set; } = [];

        /// <summary>The membership of each article, in input order.</summary>
        internal JsonNode[] Found { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Assert.Equal(0, (await Command.RunAsync("dedupe", Workplace.Sample, "-o", Place.Output, "-q")).ExitCode);
            Gold = [.. File.ReadLines(Path.Combine(Workplace.Sample, "../gold.jsonl")).Select(line => JsonNode.Parse(line)!)];
            Found = [.. Place.Lines("memberships.jsonl").Select(line => JsonNode.Parse(line)!)];
        }

        public ValueTask DisposeAsync()
        {
            Place.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
