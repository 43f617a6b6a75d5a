using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Gathers candidates and drops repeats while they come: they are buffered, and folded into an ascending list of
/// distinct pairs whenever the buffer is full.
/// </summary>
/// <remarks>Not thread-safe: one a thread, merged at the end. The result does not depend on the order of additions.</remarks>
internal sealed class PairCollector
{
    private const int BufferLength = 1 << 18;
    private readonly ulong[] _buffer = GC.AllocateUninitializedArray<ulong>(BufferLength);
    private readonly ulong[] _scratch = GC.AllocateUninitializedArray<ulong>(BufferLength);
    private int _buffered;
    private ulong[] _pairs = [];

    public void Add(Candidate candidate)
    {
        if (_buffered == BufferLength) Fold();
        _buffer[_buffered++] = candidate.Packed;
    }

    /// <summary>Adds all that <paramref name="other"/> holds.</summary>
    public void Merge(PairCollector other)
    {
        Fold();
        other.Fold();
        Merge(other._pairs);
    }

    /// <summary>Each pair once, ascending.</summary>
    public ReadOnlySpan<Candidate> Distinct()
    {
        Fold();
        return MemoryMarshal.Cast<ulong, Candidate>(_pairs);
    }

    private void Fold()
    {
        if (_buffered == 0) return;
        var buffered = _buffer.AsSpan(0, _buffered);
        RadixSort.Sort(buffered, _scratch);
        _buffered = 0;
        Merge(buffered[..SortedSets.Distinct(buffered)]);
    }

    private void Merge(ReadOnlySpan<ulong> pairs)
    {
        var merged = GC.AllocateUninitializedArray<ulong>(_pairs.Length + pairs.Length);
        int i = 0, j = 0, count = 0;
        while (i < _pairs.Length && j < pairs.Length)
        {
            merged[count++] = _pairs[i] <= pairs[j] ? _pairs[i++] : pairs[j++];
        }
        _pairs.AsSpan(i).CopyTo(merged.AsSpan(count));
        pairs[j..].CopyTo(merged.AsSpan(count + _pairs.Length - i));
        _pairs = merged[..SortedSets.Distinct(merged.AsSpan())];
    }
}
