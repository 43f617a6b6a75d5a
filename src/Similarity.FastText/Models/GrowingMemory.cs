using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>
/// A block outside the collected heap that grows with what is written to it, so that no length that a file claims is
/// believed; it becomes a <see cref="ModelMemory"/> in the end.
/// </summary>
internal sealed unsafe class GrowingMemory : IDisposable
{
    private byte* _start;
    private nuint _capacity;
    private nuint _length;

    /// <param name="capacity">Bytes at first.</param>
    public GrowingMemory(long capacity)
    {
        _capacity = (nuint)Math.Max(1, capacity);
        _start = (byte*)NativeMemory.Alloc(_capacity);
    }

    /// <summary>Room behind what was written: some bytes, at most <paramref name="most"/>.</summary>
    public Span<byte> Room(int most)
    {
        if (_length == _capacity) Resize(2 * _capacity);
        return new Span<byte>(_start + _length, (int)Math.Min((nuint)most, _capacity - _length));
    }

    /// <summary>Takes so many bytes of the room for written.</summary>
    public void Advance(int count) => _length += (nuint)count;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var room = Room(bytes.Length);
            bytes[..room.Length].CopyTo(room);
            Advance(room.Length);
            bytes = bytes[room.Length..];
        }
    }

    /// <summary>Hands what was written over; this is empty then.</summary>
    public ModelMemory ToMemory(bool isWritable)
    {
        Resize(Math.Max(1, _length));
        var memory = ModelMemory.Take(_start, (long)_length, isWritable);
        _start = null;
        _capacity = _length = 0;
        return memory;
    }

    public void Dispose()
    {
        NativeMemory.Free(_start);
        _start = null;
        _capacity = _length = 0;
    }

    private void Resize(nuint capacity)
    {
        _start = (byte*)NativeMemory.Realloc(_start, capacity);
        _capacity = capacity;
    }
}
