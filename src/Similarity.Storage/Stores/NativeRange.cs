using System.Runtime.InteropServices;
using RocksDbSharp;

namespace Similarity.Storage;

/// <summary>A range of keys as the database's own interface takes it.</summary>
internal sealed class NativeRange : IDisposable
{
    private readonly GCHandle[] _pinned;

    public NativeRange(byte[] from, byte[] before)
    {
        var (start, end) = (GCHandle.Alloc(from, GCHandleType.Pinned), GCHandle.Alloc(before, GCHandleType.Pinned));
        // Lists of one: each holds the places of keys, their lengths, and the sizes that come out.
        _pinned = [start, end, Pin(start.AddrOfPinnedObject()), Pin(from.Length), Pin(end.AddrOfPinnedObject()), Pin(before.Length), Pin(0)];
    }

    /// <summary>About how many bytes of files the range takes in a database.</summary>
    public long SizeIn(IntPtr database)
    {
        Native.Instance.rocksdb_approximate_sizes(database, 1, Place(2), Place(3), Place(4), Place(5), Place(6));
        return (long)((nint[])_pinned[6].Target!)[0];
    }

    public void Dispose()
    {
        foreach (var one in _pinned) one.Free();
    }

    private static GCHandle Pin(nint value) => GCHandle.Alloc(new[] { value }, GCHandleType.Pinned);

    private IntPtr Place(int one) => _pinned[one].AddrOfPinnedObject();
}
