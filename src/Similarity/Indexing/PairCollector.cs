using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Gathers pairs of texts with the weight of what made them meet, and forgets none while memory stays bounded: pairs
/// are buffered as they come and folded into an ascending list of distinct pairs whenever the buffer is full.
/// </summary>
/// <remarks>Not thread-safe: one a thread, merged at the end. The result does not depend on the order of additions.</remarks>
internal sealed class PairCollector
{
    /// <summary>From this weight on a pair is a candidate: one shared band, or two shared fingerprints.</summary>
    public const byte Admission = 2;

    private const int BufferLength = 1 << 20;
    private readonly ulong[] _buffer = GC.AllocateUninitializedArray<ulong>(BufferLength);
    private readonly ulong[] _scratch = GC.AllocateUninitializedArray<ulong>(BufferLength);
    private int _buffered;
    private List<ulong> _pairs = [];
    private List<byte> _weights = [];

    /// <summary>Adds one meeting of weight 1 of two different ranks.</summary>
    public void Add(int rank, int other)
    {
        if (_buffered == BufferLength) Fold();
        _buffer[_buffered++] = rank < other ? Pack(rank, other) : Pack(other, rank);
    }

    /// <summary>Adds all that <paramref name="other"/> holds.</summary>
    public void Merge(PairCollector other)
    {
        Fold();
        other.Fold();
        Merge(CollectionsMarshal.AsSpan(other._pairs), CollectionsMarshal.AsSpan(other._weights));
    }

    /// <summary>The pairs that reached <see cref="Admission"/>, as smaller rank in the high and larger rank in the low half, ascending.</summary>
    public ulong[] Admitted()
    {
        Fold();
        var pairs = new List<ulong>();
        for (var i = 0; i < _pairs.Count; i++)
        {
            if (_weights[i] >= Admission) pairs.Add(_pairs[i]);
        }
        return [.. pairs];
    }

    private static ulong Pack(int smaller, int larger) => ((ulong)(uint)smaller << 32) | (uint)larger;

    private void Fold()
    {
        if (_buffered == 0) return;
        var buffered = _buffer.AsSpan(0, _buffered);
        RadixSort.Sort(buffered, _scratch);
        var weights = new byte[_buffered];
        var distinct = 0;
        for (var i = 0; i < buffered.Length; i++)
        {
            if (i == 0 || buffered[i] != buffered[i - 1]) buffered[distinct++] = buffered[i];
            weights[distinct - 1] = Sum(weights[distinct - 1], 1);
        }
        _buffered = 0;
        Merge(buffered[..distinct], weights);
    }

    private void Merge(ReadOnlySpan<ulong> pairs, ReadOnlySpan<byte> weights)
    {
        var mergedPairs = new List<ulong>(_pairs.Count + pairs.Length);
        var mergedWeights = new List<byte>(_pairs.Count + pairs.Length);
        int i = 0, j = 0;
        while (i < _pairs.Count || j < pairs.Length)
        {
            var pair = Math.Min(i < _pairs.Count ? _pairs[i] : ulong.MaxValue, j < pairs.Length ? pairs[j] : ulong.MaxValue);
            byte weight = 0;
            if (i < _pairs.Count && _pairs[i] == pair) weight = Sum(weight, _weights[i++]);
            if (j < pairs.Length && pairs[j] == pair) weight = Sum(weight, weights[j++]);
            mergedPairs.Add(pair);
            mergedWeights.Add(weight);
        }
        (_pairs, _weights) = (mergedPairs, mergedWeights);
    }

    private static byte Sum(byte a, byte b) => (byte)Math.Min(byte.MaxValue, a + b);
}
