using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Gathers candidates and drops repeats while they come. They are buffered; a full buffer becomes an ascending run, and
/// runs of like length are merged, so that each pair is moved a few times only.
/// </summary>
/// <remarks>Not thread-safe: one a thread, merged at the end. The result does not depend on the order of additions.</remarks>
internal sealed class PairCollector
{
    private const int BufferLength = 1 << 18;
    private readonly ulong[] _buffer = GC.AllocateUninitializedArray<ulong>(BufferLength);
    private readonly ulong[] _scratch = GC.AllocateUninitializedArray<ulong>(BufferLength);
    private readonly Stack<Candidate[]> _runs = new();
    private int _buffered;

    public void Add(Candidate candidate)
    {
        if (_buffered == BufferLength) EndRun();
        _buffer[_buffered++] = candidate.Packed;
    }

    /// <summary>Adds all that <paramref name="other"/> holds, and empties it.</summary>
    public void Merge(PairCollector other)
    {
        other.EndRun();
        while (other._runs.TryPop(out var run)) Push(run);
    }

    /// <summary>Each pair once, ascending.</summary>
    public Candidate[] Distinct()
    {
        EndRun();
        while (_runs.Count > 1) _runs.Push(Merge(_runs.Pop(), _runs.Pop()));
        return _runs.TryPeek(out var run) ? run : [];
    }

    private void EndRun()
    {
        if (_buffered == 0) return;
        var buffered = _buffer.AsSpan(0, _buffered);
        RadixSort.Sort(buffered, _scratch);
        _buffered = 0;
        Push(MemoryMarshal.Cast<ulong, Candidate>(buffered[..SortedSets.Distinct(buffered)]).ToArray());
    }

    private void Push(Candidate[] run)
    {
        while (_runs.TryPeek(out var last) && last.Length <= 2 * run.Length) run = Merge(_runs.Pop(), run);
        _runs.Push(run);
    }

    private static Candidate[] Merge(Candidate[] a, Candidate[] b)
    {
        var merged = GC.AllocateUninitializedArray<Candidate>(a.Length + b.Length);
        int i = 0, j = 0, count = 0;
        while (i < a.Length && j < b.Length)
        {
            ulong x = a[i].Packed, y = b[j].Packed;
            merged[count++] = new Candidate(Math.Min(x, y));
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        a.AsSpan(i).CopyTo(merged.AsSpan(count));
        count += a.Length - i;
        b.AsSpan(j).CopyTo(merged.AsSpan(count));
        count += b.Length - j;
        return count == merged.Length ? merged : merged[..count];
    }
}
