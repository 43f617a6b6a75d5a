using System.Globalization;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>What disks do: they are full, they tear the last write, and they lose what is in the middle of a file.</summary>
public sealed class DiskTests : IDisposable
{
    /// <summary>Articles of a write.</summary>
    private const int Together = 8;

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ArticleIndexOptions Options = new() { MemoryBytes = 64L << 20, RecentTexts = 16 };

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void On_a_full_disk_an_add_says_so_and_what_was_acknowledged_is_there_when_there_is_space(int megabytes)
    {
        using var disk = new SmallDisk(_scratch["disk"], megabytes);
        var acknowledged = 0;
        using (var index = ArticleIndex.Open(disk["index"], Options))
        {
            var full = Assert.Throws<IOException>(() =>
            {
                while (acknowledged < 100_000)
                {
                    _ = index.AddRange([.. Enumerable.Range(acknowledged, Together).Select(Make)]);
                    acknowledged += Together;
                }
            });
            Assert.Contains("No space left on device", full.Message, StringComparison.Ordinal);
            var refused = Assert.Throws<IOException>(() => index.Add(Make(acknowledged)));
            Assert.Contains("must be opened again", refused.Message, StringComparison.Ordinal);
            Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
        }
        Assert.True(acknowledged > 100);
        TryOnFullDisk(disk);
        disk.Resize(64);
        using (var index = ArticleIndex.Open(disk["index"], Options))
        {
            CheckAll(index, acknowledged);
            var known = index.AddRange([.. Enumerable.Range(0, acknowledged + 100).Select(Make)]).Count(verdict => verdict.IsKnown);
            // Those that failed are there together or not at all.
            Assert.Contains(known - acknowledged, (int[])[0, Together]);
            CheckAll(index, acknowledged + 100);
        }
        using var again = ArticleIndex.Open(disk["index"], Options with { IsReadOnly = true });
        CheckAll(again, acknowledged + 100);
    }

    [Fact]
    public void A_snapshot_for_which_there_is_no_space_leaves_nothing()
    {
        using var disk = new SmallDisk(_scratch["disk"], 1);
        using (var index = ArticleIndex.Open(_scratch["index"], Options))
        {
            _ = index.AddRange([.. Enumerable.Range(0, 3000).Select(Make)], TestContext.Current.CancellationToken);
        }
        using var reader = ArticleIndex.Open(_scratch["index"], Options with { IsReadOnly = true });
        Assert.Contains("No space left on device", Assert.Throws<IOException>(() => reader.Snapshot(disk["copy"])).Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(disk["copy"]));
        Assert.Empty(reader.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Of_a_log_whose_end_is_torn_everything_before_the_torn_write_is_there()
    {
        var lengths = new List<long>();
        using (var index = ArticleIndex.Open(_scratch["index"]))
        {
            for (var i = 0; i < 12; i++)
            {
                _ = index.Add(Make(i));
                lengths.Add(new FileInfo(LogOf(_scratch["index"])).Length);
            }
            // As a kill leaves it.
            Copy(_scratch["index"], _scratch["killed"]);
        }
        Assert.Equal(lengths.Order().Distinct(), lengths);
        for (var whole = 8; whole < 12; whole++)
        {
            var (start, end) = (lengths[whole - 1], whole < 12 ? lengths[whole] : 0);
            foreach (var cut in new[] { start, start + 1, start + 6, start + 8, (start + end) / 2, end - 1 }) Check(whole, $"cut at {cut}", log => log.SetLength(cut));
        }
        var (last, length) = (lengths[^2], lengths[^1]);
        foreach (var from in new[] { last + 1, last + 4, last + 6, last + 20, (last + length) / 2, length - 3 })
        {
            Check(11, $"garbage from {from}", log => Overwrite(log, from, (int)(length - from), 0xA5));
            Check(11, $"zeros from {from}", log => Overwrite(log, from, (int)(length - from), 0));
            Check(11, $"another byte at {from}", log => Overwrite(log, from, 1, 0xA5));
        }
    }

    [Fact]
    public void Damage_before_the_end_of_a_log_is_an_error_that_names_the_file()
    {
        long start;
        using (var index = ArticleIndex.Open(_scratch["index"]))
        {
            for (var i = 0; i < 5; i++) _ = index.Add(Make(i));
            start = new FileInfo(LogOf(_scratch["index"])).Length;
            for (var i = 5; i < 10; i++) _ = index.Add(Make(i));
            Copy(_scratch["index"], _scratch["killed"]);
        }
        using (var log = File.OpenWrite(LogOf(_scratch["killed"]))) Overwrite(log, start + 100, 8, 0xA5);
        foreach (var isReadOnly in new[] { true, false })
        {
            var fault = Assert.Throws<IOException>(() => ArticleIndex.Open(_scratch["killed"], new ArticleIndexOptions { IsReadOnly = isReadOnly }));
            Assert.StartsWith("The index is damaged: its log of what was written last, ", fault.Message, StringComparison.Ordinal);
            Assert.Contains("restore a snapshot", fault.Message, StringComparison.Ordinal);
            Assert.Contains("Corruption", fault.Message, StringComparison.Ordinal);
            Assert.Contains(Path.GetFileName(LogOf(_scratch["killed"])), fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.85)]
    public void Damage_in_the_middle_of_a_table_is_an_error_that_names_the_file(double place)
    {
        using (var index = ArticleIndex.Open(_scratch["index"], Options))
        {
            for (var i = 0; i < 200; i++) _ = index.Add(Make(i));
            index.Compact(TestContext.Current.CancellationToken);
        }
        var table = Directory.GetFiles(Path.Combine(_scratch["index"], "store"), "*.sst").MaxBy(file => new FileInfo(file).Length)!;
        using (var file = File.OpenWrite(table)) Overwrite(file, (long)(file.Length * place), 64, 0xA5);
        foreach (var isReadOnly in new[] { true, false })
        {
            var fault = Assert.Throws<IOException>(() =>
            {
                using var index = ArticleIndex.Open(_scratch["index"], Options with { IsReadOnly = isReadOnly });
                return index.Verify(TestContext.Current.CancellationToken);
            });
            Assert.StartsWith($"The index is damaged: its file {Path.GetFileName(table)} is not as it was written. Restore a snapshot", fault.Message, StringComparison.Ordinal);
            Assert.Contains("Corruption", fault.Message, StringComparison.Ordinal);
            Assert.Contains(Path.GetFileName(table), fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_table_that_is_missing_is_named_in_plain_words()
    {
        using (var index = ArticleIndex.Open(_scratch["index"], Options))
        {
            for (var i = 0; i < 50; i++) _ = index.Add(Make(i));
            index.Compact(TestContext.Current.CancellationToken);
        }
        var table = Directory.GetFiles(Path.Combine(_scratch["index"], "store"), "*.sst").MaxBy(file => new FileInfo(file).Length)!;
        File.Delete(table);
        var fault = Assert.Throws<IOException>(() => ArticleIndex.Open(_scratch["index"], Options));
        Assert.StartsWith($"The index is damaged: its file {Path.GetFileName(table)} is missing. It cannot be opened", fault.Message, StringComparison.Ordinal);
    }

    private static Article Make(int i) => InventedArticles.Article($"{i}", InventedArticles.Edit(InventedArticles.Words(i / 3, 80), 15, i), Noon.AddMinutes(i), $"outlet {i % 9}");

    private static void TryOnFullDisk(SmallDisk disk)
    {
        try
        {
            using var index = ArticleIndex.Open(disk["index"], Options);
            Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
        }
        catch (IOException full)
        {
            Assert.Contains("No space left on device", full.Message, StringComparison.Ordinal);
        }
    }

    private static void CheckAll(ArticleIndex index, int count)
    {
        Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
        for (var i = 0; i < count; i++) Assert.Equal(Make(i).Body, index.Get($"{i}")!.Article.Body);
    }

    private void Check(int whole, string what, Action<FileStream> damage)
    {
        var torn = _scratch["torn"];
        if (Directory.Exists(torn)) Directory.Delete(torn, recursive: true);
        Copy(_scratch["killed"], torn);
        using (var log = new FileStream(LogOf(torn), FileMode.Open)) damage(log);
        foreach (var isReadOnly in new[] { true, false })
        {
            try
            {
                using var index = ArticleIndex.Open(torn, new ArticleIndexOptions { IsReadOnly = isReadOnly });
                Assert.True(whole == index.Statistics.Articles, string.Create(CultureInfo.InvariantCulture, $"{what}: {index.Statistics.Articles} articles instead of {whole}"));
                CheckAll(index, whole);
                if (isReadOnly) continue;
                Assert.False(index.Add(Make(whole)).IsKnown);
                Assert.Empty(index.Verify(TestContext.Current.CancellationToken));
            }
            catch (IOException fault)
            {
                Assert.Fail($"{what}: {fault.Message}");
            }
        }
    }

    private static string LogOf(string directory) => Directory.GetFiles(Path.Combine(directory, "store"), "*.log").Order(StringComparer.Ordinal).Last();

    private static void Overwrite(FileStream file, long at, int count, byte value)
    {
        file.Position = at;
        file.Write(Enumerable.Repeat(value, count).ToArray());
    }

    private static void Copy(string from, string to)
    {
        _ = Directory.CreateDirectory(Path.Combine(to, "store"));
        foreach (var file in Directory.GetFiles(Path.Combine(from, "store"))) File.Copy(file, Path.Combine(to, "store", Path.GetFileName(file)));
    }
}
