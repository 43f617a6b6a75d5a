using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Similarity.FastText.Tests;

/// <summary>Memory over bytes that the collector does not move.</summary>
internal sealed unsafe class SpanMemory : MemoryManager<byte>
{
    private readonly byte* _start;
    private readonly int _length;

    public SpanMemory(ReadOnlySpan<byte> bytes)
    {
        _start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
        _length = bytes.Length;
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex, pinnable: this);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
