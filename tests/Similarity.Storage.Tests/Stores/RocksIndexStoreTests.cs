namespace Similarity.Storage.Tests;

public sealed class RocksIndexStoreTests : StoreConformance
{
    protected override IIndexStore Create(string directory) => RocksIndexStore.Open(directory, new StoreOptions());

    [Fact]
    public void What_was_written_is_there_when_it_is_opened_again_and_a_reader_may_look_meanwhile()
    {
        using var scratch = new Scratch();
        using (var store = RocksIndexStore.Open(scratch["a"], new StoreOptions()))
        {
            var batch = new StoreBatch();
            batch.Put([1], [2]);
            store.Write(batch, durable: true);
            using var reader = RocksIndexStore.Open(scratch["a"], new StoreOptions { IsReadOnly = true });
            Assert.Equal([2], reader.Read([1])!);
        }
        using var again = RocksIndexStore.Open(scratch["a"], new StoreOptions());
        Assert.Equal([2], again.Read([1])!);
    }

    [Fact]
    public async Task A_reader_that_opens_a_store_while_it_is_written_to_misses_nothing_before_the_last_that_it_has()
    {
        using var scratch = new Scratch();
        using var store = RocksIndexStore.Open(scratch["a"], new StoreOptions { WriteBufferBytes = 1 << 20 });
        using var stop = new CancellationTokenSource();
        var written = -1;
        var writer = Task.Run(() =>
        {
            // A log becomes a file every hundred writes, which is as often as a reader can bear.
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var batch = new StoreBatch();
                batch.Put(KeySpace.Article(i), new byte[10_000]);
                if (i >= 200) batch.Delete(KeySpace.Article(i - 200));
                store.Write(batch, durable: false);
                Volatile.Write(ref written, i);
                if (i % 5 == 0) Thread.Sleep(10);
            }
        });
        try
        {
            for (var round = 0; round < 30 || Volatile.Read(ref written) < 500; round++)
            {
                var before = Volatile.Read(ref written);
                using var reader = RocksIndexStore.Open(scratch["a"], new StoreOptions { IsReadOnly = true });
                var (from, end) = KeySpace.Articles();
                var there = reader.Scan(from, end).Select(entry => KeySpace.ArticleOf(entry.Key)).ToList();
                if (before < 0) continue;
                Assert.InRange(there[^1], before, int.MaxValue);
                Assert.Equal(Enumerable.Range(Math.Max(0, there[^1] - 199), Math.Min(200, there[^1] + 1)), there);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writer;
        }
    }

    [Fact]
    public void A_store_that_is_only_read_is_copied_as_it_was_when_it_was_opened()
    {
        using var scratch = new Scratch();
        using var store = RocksIndexStore.Open(scratch["a"], new StoreOptions());
        for (var i = 0; i < 300; i++) Put(store, [(byte)(i / 256), (byte)i], new byte[10_000]);
        using var reader = RocksIndexStore.Open(scratch["a"], new StoreOptions { IsReadOnly = true });
        Put(store, [9], [9]);
        store.Compact();
        reader.Checkpoint(scratch["copy"]);
        Assert.Throws<IOException>(() => reader.Checkpoint(scratch["copy"]));
        using var copy = RocksIndexStore.Open(scratch["copy"], new StoreOptions());
        Assert.Equal(reader.Scan([0], [255]).Select(entry => (Convert.ToHexString(entry.Key), entry.Value.Length)), copy.Scan([0], [255]).Select(entry => (Convert.ToHexString(entry.Key), entry.Value.Length)));
        Assert.Equal(300, copy.Scan([0], [255]).Count());
        Assert.Equal(["a", "copy"], Directory.GetDirectories(scratch.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_write_that_was_torn_at_the_end_of_the_log_is_left_out_and_those_before_it_are_there()
    {
        using var scratch = new Scratch();
        using (var store = RocksIndexStore.Open(scratch["a"], new StoreOptions()))
        {
            for (byte i = 0; i < 10; i++)
            {
                var batch = new StoreBatch();
                batch.Put([i], new byte[100]);
                batch.Put([100, i], new byte[100]);
                store.Write(batch, durable: true);
            }
            // As a crash leaves it: the log of a store that is still open.
            Directory.CreateDirectory(scratch["b"]);
            foreach (var file in Directory.GetFiles(scratch["a"])) File.Copy(file, Path.Combine(scratch["b"], Path.GetFileName(file)));
        }
        var log = Directory.GetFiles(scratch["b"], "*.log").MaxBy(file => new FileInfo(file).Length)!;
        using (var file = File.OpenWrite(log)) file.SetLength(file.Length - 50);
        using var torn = RocksIndexStore.Open(scratch["b"], new StoreOptions());
        Assert.Equal(Enumerable.Range(0, 9), torn.Scan([0], [99]).Select(entry => (int)entry.Key[0]));
        Assert.Equal(9, torn.Scan([100], [101]).Count());
    }

    [Fact]
    public void A_damaged_file_is_an_error_that_says_so()
    {
        using var scratch = new Scratch();
        using (var store = RocksIndexStore.Open(scratch["a"], new StoreOptions()))
        {
            var batch = new StoreBatch();
            for (var i = 0; i < 100; i++) batch.Put([(byte)i], new byte[1000]);
            store.Write(batch, durable: true);
            store.Compact();
        }
        foreach (var path in Directory.GetFiles(scratch["a"], "*.sst"))
        {
            using var file = File.OpenWrite(path);
            file.Position = file.Length / 3;
            file.Write("this is not what was written here"u8);
        }
        var fault = Assert.Throws<IOException>(() =>
        {
            using var store = RocksIndexStore.Open(scratch["a"], new StoreOptions());
            return store.Scan([0], [255]).Count();
        });
        Assert.Contains("Corruption", fault.Message, StringComparison.Ordinal);
    }

    private static void Put(RocksIndexStore store, byte[] key, byte[] value)
    {
        var batch = new StoreBatch();
        batch.Put(key, value);
        store.Write(batch, durable: false);
    }
}
