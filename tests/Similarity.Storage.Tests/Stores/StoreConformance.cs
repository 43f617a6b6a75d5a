using CsCheck;

namespace Similarity.Storage.Tests;

/// <summary>What every store must do, whatever it is made of.</summary>
public abstract class StoreConformance : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>An empty store.</summary>
    /// <param name="directory">Where it may keep files; there is nothing yet.</param>
    protected abstract IIndexStore Create(string directory);

    [Fact]
    public void A_key_has_the_value_that_was_written_last()
    {
        using var store = Create(_scratch["a"]);
        Assert.Null(store.Read([1, 2]));
        Write(store, ([1, 2], [3]), ([1, 2, 0], []));
        Assert.Equal([3], store.Read([1, 2])!);
        Assert.Empty(store.Read([1, 2, 0])!);
        Write(store, ([1, 2], [4]), ([1, 2, 0], null));
        Assert.Equal([4], store.Read([1, 2])!);
        Assert.Null(store.Read([1, 2, 0]));
    }

    [Fact]
    public void Of_several_writes_to_one_key_in_a_batch_the_last_counts()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([1], [1]), ([1], null), ([1], [2]), ([2], [1]), ([2], null));
        Assert.Equal([2], store.Read([1])!);
        Assert.Null(store.Read([2]));
    }

    [Fact]
    public void Several_keys_are_read_in_the_order_in_which_they_are_asked_for()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([1], [10]), ([2], [20]), ([3], [30]));
        var values = store.Read([[3], [9], [1], [3]]);
        Assert.Equal([30, -1, 10, 30], values.Select(value => value is null ? -1 : value[0]));
        Assert.Empty(store.Read(Array.Empty<byte[]>()));
    }

    [Fact]
    public void A_scan_gives_the_entries_of_a_range_in_order_of_their_bytes()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([2], [1]), ([1, 255], [2]), ([1], [3]), ([1, 0], [4]), ([200], [5]), ([3], [6]));
        Assert.Equal([3, 4, 2, 1], store.Scan([1], [3]).Select(entry => (int)entry.Value[0]));
        Assert.Equal([5], store.Scan([4], [255]).Select(entry => (int)entry.Value[0]));
        Assert.Empty(store.Scan([5], [5]));
    }

    [Fact]
    public void A_scan_sees_the_state_when_it_began()
    {
        using var store = Create(_scratch["a"]);
        for (byte i = 0; i < 100; i++) Write(store, ([i], [i]));
        var scan = store.Scan([0], [255]);
        var seen = new List<int>();
        foreach (var entry in scan)
        {
            seen.Add(entry.Key[0]);
            Write(store, ([(byte)(entry.Key[0] + 100)], [1]), ([(byte)(99 - entry.Key[0])], null));
        }
        Assert.Equal(Enumerable.Range(0, 100), seen);
    }

    [Fact]
    public void A_snapshot_stays_as_the_store_was_until_it_is_disposed_of()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([1], [1]), ([2], [2]), ([3], [3]));
        using var snapshot = store.TakeSnapshot();
        Write(store, ([1], [9]), ([2], null), ([4], [4]));
        using var later = store.TakeSnapshot();
        Write(store, ([3], null), ([1], null));
        store.Compact();
        Assert.Equal([1, 2, 3], snapshot.Scan([0], [255]).Select(entry => (int)entry.Value[0]));
        Assert.Equal([9, 3, 4], later.Scan([0], [255]).Select(entry => (int)entry.Value[0]));
        Assert.Equal([4], store.Scan([0], [255]).Select(entry => (int)entry.Value[0]));
        Assert.Equal((1, 9, null), (snapshot.Read([1])?[0], later.Read([1])?[0], store.Read([1])?[0]));
        Assert.Equal([2, 1, -1], snapshot.Read([[2], [1], [4]]).Select(value => value is null ? -1 : value[0]));
        Assert.Equal([3], snapshot.Scan([3], [4]).Select(entry => (int)entry.Key[0]));
    }

    [Fact]
    public void A_snapshot_may_be_disposed_of_after_its_store()
    {
        var store = Create(_scratch["a"]);
        Write(store, ([1], [1]));
        var snapshot = store.TakeSnapshot();
        store.Dispose();
        snapshot.Dispose();
        using var again = Create(_scratch["a"]);
        Write(again, ([2], [2]));
        Assert.Equal([2], again.Read([2])!);
    }

    [Fact]
    public async Task Whoever_reads_a_snapshot_sees_one_write_however_many_are_made()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([1], [0]), ([2], [0]));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) Write(store, ([1], [(byte)i]), ([2], [(byte)i]));
        });
        var seen = new HashSet<byte>();
        try
        {
            while (seen.Count < 100 && !writer.IsFaulted)
            {
                using var snapshot = store.TakeSnapshot();
                var first = snapshot.Read([1])![0];
                Assert.Equal([first, first], snapshot.Read([[2], [1]]).Select(value => value![0]));
                Assert.Equal([first, first], snapshot.Scan([1], [3]).Select(entry => entry.Value[0]));
                _ = seen.Add(first);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await writer;
        }
    }

    [Fact]
    public void It_does_what_a_sorted_dictionary_does() =>
        Gen.Select(Gen.Byte[0, 40], Gen.Byte.Array[0, 3], Gen.Bool).List[0, 60].Sample(
            writes =>
            {
                using var store = Create(_scratch[Path.GetRandomFileName()]);
                var model = new SortedDictionary<byte[], byte[]>(KeyOrder.Instance);
                foreach (var some in writes.Chunk(7))
                {
                    Write(store, [.. some.Select(write => (new[] { write.Item1, (byte)(write.Item1 % 3) }, write.Item3 ? write.Item2 : null))]);
                    foreach (var (key, value, isThere) in some)
                    {
                        byte[] full = [key, (byte)(key % 3)];
                        if (isThere) model[full] = value;
                        else _ = model.Remove(full);
                    }
                }
                Assert.Equal(model.Select(entry => (Convert.ToHexString(entry.Key), Convert.ToHexString(entry.Value))), store.Scan([0], [255]).Select(entry => (Convert.ToHexString(entry.Key), Convert.ToHexString(entry.Value))));
            },
            iter: 20,
            threads: 1);

    [Fact]
    public void A_checkpoint_is_a_store_of_what_was_there()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([1], [1]), ([2], [2]));
        store.Checkpoint(_scratch["copy"]);
        Write(store, ([1], [9]), ([3], [3]));
        using var copy = RocksIndexStore.Open(_scratch["copy"], new StoreOptions());
        Assert.Equal([1, 2], copy.Scan([0], [255]).Select(entry => (int)entry.Value[0]));
        Assert.Throws<IOException>(() => store.Checkpoint(_scratch["copy"]));
    }

    [Fact]
    public void Compaction_changes_nothing()
    {
        using var store = Create(_scratch["a"]);
        for (var i = 0; i < 200; i++) Write(store, ([(byte)i], new byte[1000]), ([(byte)(i / 2)], null));
        var before = store.Scan([0], [255]).Select(entry => (int)entry.Key[0]).ToList();
        store.Compact();
        Assert.Equal(before, store.Scan([0], [255]).Select(entry => (int)entry.Key[0]));
        Assert.InRange(store.ApproximateBytes(), 1000, 10_000_000);
    }

    [Fact]
    public async Task Readers_see_batches_whole_while_others_write()
    {
        using var store = Create(_scratch["a"]);
        Write(store, ([1], [0]), ([2], [0]));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++) Write(store, ([1], [(byte)i]), ([2], [(byte)i]));
            stop.Cancel();
        });
        var readings = 0;
        while (!stop.IsCancellationRequested || readings == 0)
        {
            var values = store.Scan([1], [3]).Select(entry => entry.Value[0]).ToList();
            Assert.Equal(values[0], values[1]);
            readings++;
        }
        await writer;
    }

    public void Dispose()
    {
        _scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    private static void Write(IIndexStore store, params (byte[] Key, byte[]? Value)[] writes)
    {
        var batch = new StoreBatch();
        foreach (var (key, value) in writes)
        {
            if (value is null) batch.Delete(key);
            else batch.Put(key, value);
        }
        store.Write(batch, durable: false);
    }
}
