using System.Numerics;

namespace Similarity.Storage;

/// <summary>
/// Tells most keys that a segment does not have: a Bloom filter of blocks of one cache line (Putze, Sanders and Singler
/// 2007). At ten bits a key it says yes to one in fifty keys that are not there.
/// </summary>
/// <remarks>Reading is thread-safe while nothing is added.</remarks>
internal sealed class KeyFilter
{
    private const int WordsABlock = 8;
    private const int BitsAKey = 10;
    private const int Probes = 6;

    private readonly int _blocks;

    /// <summary>A filter for up to <paramref name="keys"/> keys.</summary>
    public KeyFilter(long keys)
        : this(new ulong[Math.Max(1, ((keys * BitsAKey) + 511) / 512) * WordsABlock])
    {
    }

    /// <summary>A filter whose bits are there.</summary>
    public KeyFilter(ulong[] words)
    {
        Words = words;
        _blocks = words.Length / WordsABlock;
    }

    /// <summary>The bits.</summary>
    public ulong[] Words { get; }

    public void Add(ulong key)
    {
        var hash = Mixing.Avalanche(key);
        var block = BlockOf(hash);
        for (var probe = 0; probe < Probes; probe++)
        {
            Words[block + (int)((hash >> 6) & 7)] |= 1UL << (int)(hash & 63);
            hash = BitOperations.RotateRight(hash, 9);
        }
    }

    /// <summary>Whether <paramref name="key"/> may have been added.</summary>
    public bool MayHold(ulong key)
    {
        var hash = Mixing.Avalanche(key);
        var block = BlockOf(hash);
        for (var probe = 0; probe < Probes; probe++)
        {
            if ((Words[block + (int)((hash >> 6) & 7)] >> (int)(hash & 63) & 1) == 0) return false;
            hash = BitOperations.RotateRight(hash, 9);
        }
        return true;
    }

    /// <summary>Which of <paramref name="keys"/> may have been added: looks at one bit of each first, so that memory is waited for once and not for each.</summary>
    public void MayHold(ReadOnlySpan<ulong> keys, Span<bool> may)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var hash = Mixing.Avalanche(keys[i]);
            may[i] = (Words[BlockOf(hash) + (int)((hash >> 6) & 7)] >> (int)(hash & 63) & 1) != 0;
        }
        for (var i = 0; i < keys.Length; i++) may[i] = may[i] && MayHold(keys[i]);
    }

    /// <summary>Multiplied anew, because the bits that choose within a block must say nothing of the block.</summary>
    private int BlockOf(ulong hash) => (int)Math.BigMul(hash * 0x9E3779B97F4A7C15, (ulong)_blocks, out _) * WordsABlock;
}
