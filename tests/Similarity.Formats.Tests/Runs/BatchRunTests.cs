using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Similarity.Formats.Tests;

public sealed class BatchRunTests : IDisposable
{
    private static readonly string[] ResultFiles = ["furniture.jsonl", "groups.jsonl", "kept.jsonl", "lineage.jsonl", "memberships.jsonl", "rejects.jsonl", "removed.jsonl", "summary.json"];

    private readonly RunFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Kept_records_are_the_lines_of_the_user_byte_for_byte()
    {
        var text = InventedNews.Text(1, 50);
        string[] lines =
        [
            $"  {{ \"id\" :1,\t\"extra\": [1.0, 1e2, {{\"x\":null}}], \"body\":\"{text}\" }}  ",
            $"{{\"id\":\"\\u0032\",\"body\":\"{InventedNews.Text(2, 50)} \\u00e9 é \\/\",\"body\":\"again\"}}",
            "{\"id\":\"3\",\"title\":\"Ein kurzer Titel 東京\",\"unknown\":\"\\ud800\"}",
        ];
        _run.Inputs.Write("in/a.jsonl", $"\uFEFF{lines[0]}\r\n\r\n{{\"id\":\"copy\",\"body\":\"{text}\"}}\r\n{lines[1]}\r\n{lines[2]}");
        await _run.RunAsync();
        Assert.Equal(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), File.ReadAllBytes(Path.Combine(_run.Output, "kept.jsonl")));
        Assert.Equal(["1", "copy", "2", "3"], _run.Table("memberships").Select(row => (string)row["id"]!));
    }

    [Fact]
    public void All_results_agree_whatever_the_corpus()
    {
        var article = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 80], Gen.Int[0, 80], Gen.Int[0, 30], Gen.Int[0, 9]);
        Gen.Select(article.Array[1, 30], Gen.Int[1, 3], Gen.OneOf(40, 700, 1 << 20)).Sample(
            (articles, threads, blockBytes) =>
            {
                using var run = new RunFolder();
                string[] lines = [.. articles.Select((shape, i) => Line(i, shape))];
                run.Write("a.jsonl", lines[..(lines.Length / 2)]);
                run.Write("b.jsonl", lines[(lines.Length / 2)..]);
                run.RunAsync(run.Options(threads, blockBytes)).GetAwaiter().GetResult();
                AssertAgreement(run, lines);
            },
            iter: 60);
    }

    [Fact]
    public async Task The_same_bytes_come_out_at_any_number_of_threads_and_any_block_size()
    {
        var random = new Random(5);
        string[] lines =
        [
            .. Enumerable.Range(0, 400).Select(i => Line(i, (random.Next(40), random.Next(80), random.Next(200), random.Next(30), random.Next(10)))),
        ];
        for (var i = 7; i < lines.Length; i += 23) lines[i] = "{\"body\": broken" + i;
        _run.Write("a.jsonl", lines[..150]);
        _run.Inputs.Write("in/b.jsonl.gz", TemporaryFolder.Gzip(Encoding.UTF8.GetBytes(string.Join('\n', lines[150..300]))));
        _run.Inputs.Write("in/c.json", $"[{string.Join(",\n", lines[300..].Where(line => !line.Contains("broken", StringComparison.Ordinal)))}]");
        _run.Inputs.Write("in/d.csv", "id,body,published\n1,one,soon\n2,\"two\nlines\",\n3,too,many,cells\n4,four,2026-01-01\n");

        await _run.RunAsync();
        var expected = _run.Snapshot();
        Assert.Equal(ResultFiles, expected.Keys);
        Assert.InRange(_run.Table("removed").Length, 100, 400);
        Assert.InRange(_run.Table("rejects").Length, 14, 80);
        foreach (var (threads, blockBytes) in new[] { (2, 1 << 20), (5, 1 << 20), (1, 64), (2, 1000), (5, 64) })
        {
            await _run.RunAsync(_run.Options(threads, blockBytes));
            Assert.Equal(expected, _run.Snapshot());
        }
    }

    [Fact]
    public async Task Parquet_tables_say_the_same_as_JSON_Lines_and_replace_them()
    {
        var text = InventedNews.Text(1, 100);
        _run.Write("a.jsonl",
        [
            .. InventedNews.Distinct(5),
            InventedNews.Record("w", text, "Wire", "2026-01-01"),
            InventedNews.Record("c", text, "Copy", "2026-01-02"),
            InventedNews.Record(null, InventedNews.Text(1, 60)),
            InventedNews.Record("d", InventedNews.Text(1, 70) + " " + InventedNews.Text(9, 100)),
            InventedNews.Record("w", InventedNews.Text(12, 50)),
            "broken",
        ]);
        await _run.RunAsync();
        var removed = _run.Table("removed");
        var memberships = _run.Table("memberships");
        var rejects = _run.Table("rejects");
        var groups = _run.Table("groups");
        Assert.Equal(3, removed.Length);

        await _run.RunAsync(_run.Options() with { Tables = TableFormat.Parquet });
        Assert.Equal(
            ["furniture.parquet", "groups.parquet", "kept.jsonl", "lineage.jsonl", "memberships.parquet", "rejects.parquet", "removed.parquet", "summary.json"], _run.Snapshot().Keys);
        AssertSame(removed, await ReadParquetAsync("removed", "id"));
        AssertSame(memberships, await ReadParquetAsync("memberships", "id"));
        AssertSame(rejects, await ReadParquetAsync("rejects", "file"));
        AssertSame(groups.SelectMany(Flatten), await ReadParquetAsync("groups", "id"));

        await _run.RunAsync();
        Assert.Equal(ResultFiles, _run.Snapshot().Keys);
    }

    [Fact]
    public async Task Parquet_tables_without_rows_can_be_read()
    {
        _run.Write("a.jsonl", InventedNews.Distinct(1));
        await _run.RunAsync(_run.Options() with { Tables = TableFormat.Parquet });
        Assert.Empty(await ReadParquetAsync("removed", "id"));
        Assert.Empty(await ReadParquetAsync("groups", "id"));
        Assert.Single(await ReadParquetAsync("memberships", "id"));
    }

    [Fact]
    public async Task Only_tables_of_an_earlier_run_are_cleared_away()
    {
        _run.Write("a.jsonl", InventedNews.Distinct(2));
        foreach (var name in new[] { "kept.parquet", "summary.jsonl", "notes.txt", "groups.parquet" }) _run.Inputs.Write($"out/{name}", "mine");
        await _run.RunAsync();
        Assert.Equal([.. ResultFiles.Concat(["kept.parquet", "summary.jsonl", "notes.txt"]).Order(StringComparer.Ordinal)], _run.Snapshot().Keys);
    }

    [Fact]
    public async Task One_identifier_used_twice_is_noted_with_both_places()
    {
        _run.Write("a.jsonl", [InventedNews.Record("x", InventedNews.Text(1, 40)), InventedNews.Record("y", InventedNews.Text(2, 40))]);
        _run.Write("b.jsonl", [InventedNews.Record("x", InventedNews.Text(3, 40)), InventedNews.Record("y", InventedNews.Text(2, 40))]);
        await _run.RunAsync();
        var reject = Assert.Single(_run.Table("rejects"));
        Assert.Equal(("noted", "x", "id", 1), ((string)reject["outcome"]!, (string)reject["id"]!, (string)reject["field"]!, (int)reject["line"]!));
        Assert.EndsWith("b.jsonl", (string)reject["file"]!, StringComparison.Ordinal);
        Assert.Contains("a.jsonl, line 1", (string)reject["reason"]!, StringComparison.Ordinal);
        Assert.Equal((3, 1), ((int)_run.Summary()["kept"]!, (int)_run.Summary()["repeated_ids"]!));
    }

    [Fact]
    public async Task Missing_identifiers_are_derived_and_marked()
    {
        var text = InventedNews.Text(1, 40);
        _run.Write("a.jsonl", [InventedNews.Record(null, text), InventedNews.Record("", InventedNews.Text(2, 40)), InventedNews.Record(null, text)]);
        await _run.RunAsync();
        var rows = _run.Table("memberships");
        Assert.All(rows, row => Assert.Matches("^x-[0-9a-f]{16}$", (string)row["id"]!));
        Assert.All(rows, row => Assert.True((bool)row["id_derived"]!));
        Assert.Equal([true, true, false], rows.Select(row => (bool)row["kept"]!));
        Assert.Equal(3, (int)_run.Summary()["derived_ids"]!);
        Assert.DoesNotContain("x-", File.ReadAllText(Path.Combine(_run.Output, "kept.jsonl")), StringComparison.Ordinal);
    }

    private static string Line(int number, (int Seed, int From, int Words, int Own, int Style) shape)
    {
        var body = shape.Words == 0 && shape.Own == 0 ? "" : $"{InventedNews.Text(shape.Seed, shape.Words, shape.From)} {InventedNews.Text(100 + number, shape.Own)}";
        var published = shape.Style % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"2026-03-{1 + (shape.Style * 3):00}");
        var id = shape.Style switch { 8 => null, 9 => "same", _ => $"n{number}" };
        var record = InventedNews.Record(id, body, shape.Style % 4 == 0 ? null : $"outlet {shape.Style % 4}", published, shape.Style == 5 ? "Title" : null);
        return shape.Style % 2 == 0 ? record : record.Replace("\":", "\" :  ", StringComparison.Ordinal);
    }

    private static void AssertAgreement(RunFolder run, string[] lines)
    {
        var memberships = run.Table("memberships");
        Assert.Equal(
            lines.Select(line => (string?)JsonNode.Parse(line)!["id"]),
            memberships.Select(row => (bool)row["id_derived"]! ? null : (string?)row["id"]));

        Assert.Equal(lines.Where((_, i) => IsKept(memberships[i])), run.Lines("kept.jsonl"));

        var removed = run.Table("removed");
        Assert.Equal(
            memberships.Where(row => !IsKept(row)).Select(row => ((string?)row["id"], (string?)row["file"], (int)row["line"]!, (string?)row["group"])),
            removed.Select(row => ((string?)row["id"], (string?)row["file"], (int)row["line"]!, (string?)row["group"])));
        Assert.All(removed, row => Assert.Contains(memberships, kept =>
            IsKept(kept) && (string)kept["id"]! == (string)row["kept_id"]! && (string?)kept["group"] == (string)row["group"]!));

        var groups = run.Table("groups");
        Assert.Equal(groups.Length, groups.Select(group => (string)group["group"]!).Distinct().Count());
        Assert.Equal(
            removed.Select(WithoutPlace).Order(StringComparer.Ordinal),
            groups.SelectMany(AsRemovals).Select(row => row.ToJsonString()).Order(StringComparer.Ordinal));
        Assert.Equal(memberships.Count(row => row["group"] is not null), groups.Sum(group => (int)group["size"]!));

        var summary = run.Summary();
        Assert.Equal(
            (lines.Length, memberships.Count(IsKept), removed.Length, groups.Count(group => (int)group["size"]! > 1)),
            ((int)summary["articles"]!, (int)summary["kept"]!, (int)summary["removed"]!, (int)summary["groups"]!));
        Assert.All(summary["removed_by_kind"]!.AsObject(), kind => Assert.Equal(removed.Count(row => (string)row["kind"]! == kind.Key), (int)kind.Value!));
        Assert.Equal(groups.Sum(group => group["members"]!.AsArray().Count(member => (bool)member!["kept"]!)), (int)summary["derived"]!);
        Assert.Equal(run.Table("rejects").Count(row => (string)row["field"]! == "id"), (int)summary["repeated_ids"]!);
    }

    /// <summary>Groups name articles by their ids alone.</summary>
    private static string WithoutPlace(JsonObject row)
    {
        _ = row.Remove("file") && row.Remove("line");
        return row.ToJsonString();
    }

    private static bool IsKept(JsonObject membership) => (bool)membership["kept"]!;

    /// <summary>The members of a group as the rows of the table of removals.</summary>
    private static IEnumerable<JsonObject> AsRemovals(JsonObject group) =>
        group["members"]!.AsArray().Where(member => !(bool)member!["kept"]!).Select(member =>
        {
            var row = new JsonObject { ["id"] = (string)member!["id"]!, ["kept_id"] = (string)member["matches"]!, ["group"] = (string)group["group"]! };
            foreach (var (name, value) in member.AsObject().Where(property => property.Key is not ("id" or "kept" or "matches"))) row[name] = value?.DeepClone();
            return row;
        });

    /// <summary>A nested group as the rows of its flat form.</summary>
    private static IEnumerable<JsonObject> Flatten(JsonObject group)
    {
        var canonical = new JsonObject { ["id"] = (string)group["canonical"]!, ["kept"] = true };
        foreach (var name in new[] { "matches", "kind", "resemblance", "containment", "containment_of_other", "shared", "passages" }) canonical[name] = null;
        yield return Row(canonical);
        foreach (var member in group["members"]!.AsArray()) yield return Row(member!.AsObject());

        JsonObject Row(JsonObject match)
        {
            var row = new JsonObject { ["group"] = (string)group["group"]!, ["canonical"] = (string)group["canonical"]! };
            foreach (var (name, value) in match) row[name] = value?.DeepClone();
            return row;
        }
    }

    private static void AssertSame(IEnumerable<JsonObject> expected, IEnumerable<JsonObject> actual) => Assert.Equal(
        expected.Select(Canonical), actual.Select(Canonical));

    /// <summary>Numbers differ in spelling between the two forms, 1 and 1.0, and in nothing else.</summary>
    private static string Canonical(JsonObject row) => string.Join(", ", row.Select(property =>
        $"{property.Key}={(property.Value?.GetValueKind() is System.Text.Json.JsonValueKind.Number ? property.Value.GetValue<double>() : property.Value)}"));

    private async Task<JsonObject[]> ReadParquetAsync(string name, string anyColumn)
    {
        await using var file = File.OpenRead(Path.Combine(_run.Output, $"{name}.parquet"));
        var reader = new ParquetReader(new ReadOptions { Fields = FieldNames.Default with { Body = [anyColumn] } });
        var read = await ReadRecords.FromAsync(reader, file);
        Assert.Empty(read.Faults);
        return [.. read.Texts.Select(text => JsonNode.Parse(text)!.AsObject())];
    }
}
