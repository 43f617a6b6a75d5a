using System.Text;
using CsCheck;

namespace Similarity.Formats.Tests;

public sealed class StoredRecordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Records_come_back_byte_for_byte_from_files_and_from_the_spool()
    {
        var record = Gen.Byte.Array[0, 300];
        Gen.Select(record, Gen.Bool).Array[1, 30].Sample(
            records =>
            {
                var plain = _folder.Write($"{Guid.NewGuid():n}.jsonl", records.Where(one => one.Item2).SelectMany(one => one.Item1).ToArray());
                using var stored = new StoredRecords(FieldNames.Default, _folder.Path);
                var (file, spool) = (stored.Open(plain), stored.OpenSpool());
                Assert.Equal(spool, stored.OpenSpool());
                long offset = 0;
                foreach (var (bytes, isInPlace) in records)
                {
                    var at = isInPlace ? offset : stored.Keep(bytes);
                    stored.Add(new StoredRecords.Place(isInPlace ? file : spool, bytes.Length, at, 0, 1));
                    if (isInPlace) offset += bytes.Length;
                }
                var buffer = Array.Empty<byte>();
                for (var i = records.Length - 1; i >= 0; i--) Assert.Equal(records[i].Item1, stored.Read(stored[i], ref buffer).ToArray());
            },
            iter: 50);
    }

    [Fact]
    public void An_article_is_parsed_from_its_record_on_any_thread()
    {
        using var stored = new StoredRecords(FieldNames.Default, _folder.Path);
        var spool = stored.OpenSpool();
        for (var i = 0; i < 200; i++)
        {
            var record = Encoding.UTF8.GetBytes($"{{\"id\":{i},\"body\":\"{new string('x', i * 50)}\"}}");
            stored.Add(new StoredRecords.Place(spool, record.Length, stored.Keep(record), 0, i + 1));
        }
        Parallel.For(0, 2000, call =>
        {
            var buffer = new ArticleBuffer();
            stored.Read(call % 200, buffer);
            Assert.Equal($"{call % 200}", Encoding.UTF8.GetString(buffer.Id));
            Assert.Equal(call % 200 * 50, buffer.Body.Length);
        });
    }

    [Fact]
    public void A_file_that_was_cut_or_changed_meanwhile_is_an_error_of_the_machine()
    {
        var path = _folder.Write("a.jsonl", "{\"body\":\"b\"}\n");
        using var stored = new StoredRecords(FieldNames.Default, _folder.Path);
        stored.Add(new StoredRecords.Place(stored.Open(path), 12, 0, 0, 1));
        File.WriteAllText(path, "{\"body\":\"b\" \n");
        Assert.Contains("changed", Assert.Throws<IOException>(() => stored.Read(0, new ArticleBuffer())).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "{\"body\"");
        Assert.Contains("changed", Assert.Throws<IOException>(() => stored.Read(0, new ArticleBuffer())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_spool_leaves_nothing_behind_and_is_not_even_seen()
    {
        using (var stored = new StoredRecords(FieldNames.Default, _folder.Path))
        {
            stored.OpenSpool();
            stored.Keep("{}"u8.ToArray());
            if (!OperatingSystem.IsWindows()) Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Two_runs_can_spool_in_one_folder()
    {
        using var first = new Spool(_folder.Path);
        using var second = new Spool(_folder.Path);
        Assert.Equal((0, 3, 0), (first.Append("abc"u8), first.Append("de"u8), second.Append("f"u8)));
        Assert.Equal((5, 1), (first.Length, second.Length));
    }
}
