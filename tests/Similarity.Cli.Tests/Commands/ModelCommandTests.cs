using System.Text.Json.Nodes;
using Parquet;

namespace Similarity.Cli.Tests;

/// <summary><c>train</c>, <c>model info</c>, <c>neighbours</c> and <c>embed</c>, one after the other as they are used.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_model_is_trained_looked_at_asked_and_used()
    {
        var model = _place["model.bin"];
        var trained = await Command.RunAsync("train", Workplace.Sample, "-o", model, "--vectors", _place["model.vec"], "--min-count", "2", "--max-gram", "0", "--dim", "20", "--deterministic");
        Assert.Equal(0, trained.ExitCode);
        Assert.Contains("83 articles", trained.Output, StringComparison.Ordinal);

        var info = await Command.RunAsync("model", "info", model);
        Assert.Equal(0, info.ExitCode);
        Assert.Contains("dimension     20", info.Output, StringComparison.Ordinal);
        Assert.Contains("n-grams       none", info.Output, StringComparison.Ordinal);

        var near = await Command.RunAsync("neighbours", "--model", model, "dam", "-k", "3");
        Assert.Equal(0, near.ExitCode);
        Assert.Equal(3, near.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(near.Output, (await Command.RunAsync("neighbours", "--model", _place["model.vec"], "dam", "-k", "3")).Output);

        var embedded = await Command.RunAsync("embed", Workplace.Sample, "--model", model, "-o", _place["vectors.jsonl"]);
        Assert.Equal(0, embedded.ExitCode);
        var rows = File.ReadLines(_place["vectors.jsonl"]).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(83, rows.Count);
        Assert.All(rows, row => Assert.Equal(20, row["vector"]!.AsArray().Count));
        Assert.Single(rows.Select(row => (string)row["fingerprint"]!).Distinct(StringComparer.Ordinal));

        Assert.Equal(0, (await Command.RunAsync("embed", Workplace.Sample, "--model", model, "-o", _place["vectors.parquet"])).ExitCode);
        await using var reader = await ParquetReader.CreateAsync(_place["vectors.parquet"], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((string)rows[0]["fingerprint"]!, reader.CustomMetadata["fingerprint"]);
        Assert.Equal(83, reader.Metadata!.NumRows);
    }

    [Fact]
    public async Task One_thread_trains_the_same_model_every_time()
    {
        foreach (var name in new[] { "a", "b" })
        {
            Assert.Equal(0, (await Command.RunAsync("train", Workplace.Sample, "-o", _place[name], "--min-count", "2", "--buckets", "1000", "--dim", "10", "--deterministic", "-q")).ExitCode);
        }
        Assert.Equal(File.ReadAllBytes(_place["a"]), File.ReadAllBytes(_place["b"]));
        Assert.Equal(File.ReadAllBytes(_place["a.articles"]), File.ReadAllBytes(_place["b.articles"]));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_and_nothing_is_left()
    {
        var few = _place.Write("few.jsonl", """{"id":"a","body":"too few words"}""" + "\n");
        var refused = await Command.RunAsync("train", few, "-o", _place["model.bin"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("lower --min-count", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["few.jsonl"], Directory.EnumerateFileSystemEntries(_place.Folder).Select(Path.GetFileName));

        var missing = await Command.RunAsync("neighbours", "--model", _place["none.bin"], "word");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("there is no model", missing.Error, StringComparison.Ordinal);

        var damaged = await Command.RunAsync("model", "info", few);
        Assert.Equal(2, damaged.ExitCode);
        Assert.Contains("this is no fastText model", damaged.Error, StringComparison.Ordinal);

        var nowhere = await Command.RunAsync("train", Workplace.Sample, "-o", _place["no/such/folder.bin"]);
        Assert.Equal(2, nowhere.ExitCode);
        Assert.Contains("there is no folder", nowhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learnt_of_articles_belongs_to_its_model()
    {
        foreach (var (name, seed) in new[] { ("a.bin", "1"), ("b.bin", "2") })
        {
            Assert.Equal(0, (await Command.RunAsync("train", Workplace.Sample, "-o", _place[name], "--min-count", "2", "--max-gram", "0", "--dim", "10", "--seed", seed, "--deterministic", "-q")).ExitCode);
        }
        File.Copy(_place["b.bin.articles"], _place["a.bin.articles"], overwrite: true);
        var mixed = await Command.RunAsync("embed", Workplace.Sample, "--model", _place["a.bin"], "-o", _place["v.parquet"]);
        Assert.Equal(2, mixed.ExitCode);
        Assert.Contains("the directions belong to the model", mixed.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place["v.parquet"]));
        File.Delete(_place["a.bin.articles"]);
        var learnt = await Command.RunAsync("embed", Workplace.Sample, "--model", _place["a.bin"], "-o", _place["v.parquet"]);
        Assert.Equal(0, learnt.ExitCode);
    }

    [Fact]
    public async Task Without_a_model_few_articles_are_embedded_by_the_general_one()
    {
        var outcome = await Command.RunAsync("embed", Workplace.Sample, "-o", _place["v.jsonl"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("embedding by the general model of English news", outcome.Error, StringComparison.Ordinal);
        var rows = File.ReadLines(_place["v.jsonl"]).Select(line => JsonNode.Parse(line)!).DistinctBy(row => (string)row["id"]!, StringComparer.Ordinal).ToDictionary(row => (string)row["id"]!, row => row["vector"]!.AsArray().Select(value => (float)value!).ToArray(), StringComparer.Ordinal);
        Assert.True(Cosine.Similarity(rows["hl-3001"], rows["hl-3002"]) > Cosine.Similarity(rows["hl-3001"], rows["northwire-0304-22"]) + 0.2);

        var again = await Command.RunAsync(["embed", "-", "-o", _place["w.jsonl"], "-q"], File.ReadAllBytes(Workplace.SampleNews));
        Assert.Equal(0, again.ExitCode);
        Assert.DoesNotContain("general model", again.Error, StringComparison.Ordinal);
    }
}
