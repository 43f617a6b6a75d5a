using System.Text;
using System.Text.Json.Nodes;

namespace Similarity.Formats.Tests;

/// <summary>What is wrong with one input, or merely of another kind, does not keep the rest from being read.</summary>
public sealed class BatchRunInputTests : IDisposable
{
    private const string Good = "{\"id\":\"good\",\"body\":\"It rained in the valley.\"}\n";

    private readonly RunFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Every_format_and_compression_in_one_directory_is_one_corpus()
    {
        var text = InventedNews.Text(1, 60);
        var record = InventedNews.Record("a", text) + "\n";
        var csv = $"id,body\na,{text}\n";
        _run.Inputs.Write("in/1.jsonl", record);
        _run.Inputs.Write("in/2.jsonl.gz", TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(record)));
        _run.Inputs.Write("in/3.ndjson.zst", TemporaryFolder.Zstd(Encoding.UTF8.GetBytes(record)));
        _run.Inputs.Write("in/4.json", $"[{record}]");
        _run.Inputs.Write("in/5.csv", csv);
        _run.Inputs.Write("in/6.csv.gz", TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(csv)));
        _run.Inputs.Write("in/7.tsv", csv.Replace(',', '\t'));
        _run.Inputs.Write("in/8.txt", text);
        _run.Inputs.Write("in/9.html", $"<html><head><title>Rain</title></head><body><article><p>{text}</p></article></body></html>");
        _run.Inputs.Write("in/deep/er/91.jsonl", record);
        _run.Inputs.Write("in/notes.doc", "of unknown kind");
        await WriteParquetAsync("in/92.parquet", ("a", text), ("b", InventedNews.Text(2, 60)));
        var outcome = await _run.RunAsync();
        Assert.Equal((12, 10), (outcome.Summary.Articles, outcome.Summary.Removed));
        Assert.Equal(["identical"], _run.Table("removed").Select(row => (string)row["kind"]!).Distinct());
        Assert.Empty(_run.Table("rejects"));
        Assert.Contains("1 file of unknown kind", Assert.Single(outcome.Notices), StringComparison.Ordinal);
        Assert.Equal(InventedNews.Record("a", text), _run.Lines("kept.jsonl")[0]);
    }

    [Fact]
    public async Task Broken_lines_are_rejected_with_their_places_and_the_rest_goes_on()
    {
        _run.Write("a.jsonl", ["{\"id\":1,\"body\":\"one\"}", "{\"id\":2,\"body\":", "", "\0", "[1]", "{\"id\":3}", "{\"id\":4,\"body\":4}", "{\"id\":5,\"body\":\"five\",\"published\":\"soon\"}", "{\"id\":6,\"body\":\"six\"}"]);
        await _run.RunAsync(_run.Options(threads: 2, blockBytes: 16));
        Assert.Equal(
            [
                (2, null, "rejected", "not a JSON object: "),
                (4, null, "rejected", "not a JSON object: "),
                (5, null, "rejected", "not a JSON object but an array"),
                (6, "body", "rejected", "no text: none of body"),
                (7, "body", "rejected", "expected text, found a number"),
                (8, "published", "noted", "not a date that can be read"),
            ],
            _run.Table("rejects").Zip(["not a JSON object: ", "not a JSON object: ", "not a JSON object but an array", "no text: none of body", "expected text, found a number", "not a date that can be read"]).Select(
                pair => ((int)pair.First["line"]!, (string?)pair.First["field"], (string)pair.First["outcome"]!, ((string)pair.First["reason"]!)[..pair.Second.Length])));
        Assert.All(_run.Table("rejects"), row => Assert.Equal(_run.Inputs["in/a.jsonl"], (string)row["file"]!));
        Assert.Equal(["1", "5", "6"], _run.Table("memberships").Select(row => (string)row["id"]!));
        Assert.Equal(5, (int)_run.Summary()["rejected"]!);
    }

    [Theory]
    [InlineData("jsonl", "[\n{\"id\":\"x\",\"body\":\"It snowed.\"}\n]\n", 1, "noted", "array", 2)]
    [InlineData("csv", "id,body\nx,It snowed.\ny,\"It hailed.\nz,And more\n", 3, "abandoned", "quote", 2)]
    [InlineData("csv", "id,story\nx,It snowed.\n", 1, "abandoned", "Looked for: body", 1)]
    [InlineData("csv", "id,body\nx\ny,It snowed.\n", 2, "rejected", "The row has 1 cells; the header has 2.", 2)]
    [InlineData("json", "[{\"id\":\"x\",\"body\":\"It snowed.\"},{\"id\"", 1, "abandoned", "", 2)]
    [InlineData("parquet", "PAR1 not really", 0, "abandoned", "Parquet", 1)]
    [InlineData("jsonl.gz", "not compressed", 1, "abandoned", "damaged", 1)]
    [InlineData("jsonl.zst", "not compressed", 1, "abandoned", "damaged", 1)]
    [InlineData("jsonl", "\0\0\0\n", 1, "rejected", "not a JSON object", 1)]
    [InlineData("csv", "\0", 1, "abandoned", "No column", 1)]
    public async Task One_fault_is_reported_and_the_other_input_read(string extension, string content, int line, string outcome, string reason, int articles)
    {
        _run.Inputs.Write($"in/a.{extension}", content);
        _run.Inputs.Write("in/b.jsonl", Good);
        await _run.RunAsync(_run.Options(threads: 2));
        var reject = Assert.Single(_run.Table("rejects"));
        Assert.Equal((line, outcome), ((int)reject["line"]!, (string)reject["outcome"]!));
        Assert.Contains(reason, (string)reject["reason"]!, StringComparison.Ordinal);
        Assert.Equal(articles, (int)_run.Summary()["articles"]!);
        Assert.Equal(outcome == "abandoned" ? 1 : 0, (int)_run.Summary()["abandoned"]!);
        Assert.Equal(Good.TrimEnd(), _run.Lines("kept.jsonl")[^1]);
    }

    [Theory]
    [InlineData("jsonl.gz")]
    [InlineData("jsonl.zst")]
    public async Task A_compressed_file_that_is_cut_off_gives_what_comes_before(string extension)
    {
        var whole = Encoding.UTF8.GetBytes(string.Concat(InventedNews.Distinct(2000, words: 40).Select(line => line + "\n")));
        var stored = extension.EndsWith("gz", StringComparison.Ordinal) ? TemporaryFolder.Gzip(whole) : TemporaryFolder.Zstd(whole);
        _run.Inputs.Write($"in/a.{extension}", stored[..(stored.Length / 2)]);
        _run.Inputs.Write("in/b.jsonl", Good);
        await _run.RunAsync(_run.Options(threads: 2, blockBytes: 10_000));
        var reject = Assert.Single(_run.Table("rejects"));
        Assert.Equal("abandoned", (string)reject["outcome"]!);
        var articles = (int)_run.Summary()["articles"]!;
        Assert.InRange(articles, 200, 1800);
        Assert.Equal(articles, (int)reject["line"]!);
        Assert.Equal(articles, _run.Lines("kept.jsonl").Length);
        Assert.Equal(Good.TrimEnd(), _run.Lines("kept.jsonl")[^1]);
    }

    [Fact]
    public async Task Empty_files_of_every_kind_do_no_harm()
    {
        foreach (var extension in new[] { "jsonl", "json", "csv", "tsv", "txt", "html", "parquet", "jsonl.gz", "csv.zst" }) _run.Inputs.Write($"in/empty.{extension}", "");
        _run.Inputs.Write("in/emptied.jsonl.gz", TemporaryFolder.Gzip([]));
        _run.Inputs.Write("in/z.jsonl", Good);
        await _run.RunAsync();
        Assert.Contains("good", _run.Table("memberships").Select(row => (string)row["id"]!));
        Assert.Single(_run.Table("memberships"), row => (string)row["id"]! == "good");
        Assert.All(_run.Table("rejects"), row => Assert.Contains("/in/empt", (string)row["file"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_input_that_vanishes_before_its_turn_is_reported_and_the_rest_read()
    {
        _run.Inputs.Write("in/a.jsonl", Good);
        var gone = _run.Inputs.Write("in/b.jsonl", Good);
        _run.Inputs.Write("in/c.jsonl", Good.Replace("good", "other", StringComparison.Ordinal).Replace("rained", "snowed", StringComparison.Ordinal));
        await _run.RunAsync(progress: new OnProgress(BatchStage.Reading, () => File.Delete(gone)));
        Assert.Equal(["good", "other"], _run.Table("memberships").Select(row => (string)row["id"]!));
        var reject = Assert.Single(_run.Table("rejects"));
        Assert.Equal((gone, "abandoned"), ((string)reject["file"]!, (string)reject["outcome"]!));
        Assert.Equal(1, (int)_run.Summary()["abandoned"]!);
    }

    [Fact]
    public async Task A_record_above_the_limit_is_rejected_and_the_rest_read()
    {
        _run.Write("a.jsonl", [InventedNews.Record("long", InventedNews.Text(1, 400)), InventedNews.Record("short", "It rained.")]);
        await _run.RunAsync(_run.Options() with { Read = new ReadOptions { MaxRecordBytes = 1024 } });
        Assert.Equal((1, "rejected"), ((int)_run.Table("rejects")[0]["line"]!, (string)_run.Table("rejects")[0]["outcome"]!));
        Assert.Equal("short", (string)Assert.Single(_run.Table("memberships"))["id"]!);
    }

    [Fact]
    public async Task Fields_can_be_named()
    {
        _run.Inputs.Write("in/a.csv", "Nr,Fließtext,body\n1,It rained.,menu\n2,It snowed.,menu\n");
        await _run.RunAsync(_run.Options() with { Read = new ReadOptions { Fields = FieldNames.Default with { Id = ["nr"], Body = ["fließtext"] } } });
        Assert.Equal(["1", "2"], _run.Table("memberships").Select(row => (string)row["id"]!));
        Assert.Equal(["It rained.", "It snowed."], _run.Lines("kept.jsonl").Select(line => (string)JsonNode.Parse(line)!["Fließtext"]!));
    }

    private async Task WriteParquetAsync(string name, params (string Id, string Body)[] rows)
    {
        _ = _run.Inputs.Write(name, "");
        await using var table = new ParquetTable(
            File.Create(_run.Inputs[name]), [new("id", ReportColumnType.Text), new("body", ReportColumnType.Text)]);
        foreach (var (id, body) in rows)
        {
            table.Text(id);
            table.Text(body);
            await table.EndRowAsync(TestContext.Current.CancellationToken);
        }
        await table.CompleteAsync(TestContext.Current.CancellationToken);
    }
}
