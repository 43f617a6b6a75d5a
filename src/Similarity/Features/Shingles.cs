using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Shingles: hashes of <c>n</c> consecutive words (Broder 1997). The hash is a polynomial of the word hashes modulo 2^64,
/// avalanched, so that its bits can be sampled from directly.
/// </summary>
internal static class Shingles
{
    /// <summary>An odd constant, so that every power of it is invertible modulo 2^64.</summary>
    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>How many shingles a text of <paramref name="words"/> words has: never none unless it has no word.</summary>
    public static int CountFor(int words, int shingleWords) =>
        words == 0 ? 0 : Math.Max(1, words - shingleWords + 1);

    /// <summary>
    /// Writes the shingles of <paramref name="words"/> in text order, repeats included. A text shorter than a shingle
    /// has one, of all its words.
    /// </summary>
    /// <param name="words">Word hashes in text order.</param>
    /// <param name="shingleWords">Words a shingle, at least 1.</param>
    /// <param name="shingles">At least <see cref="CountFor"/> values long.</param>
    /// <returns>How many were written.</returns>
    public static int Roll(ReadOnlySpan<ulong> words, int shingleWords, Span<ulong> shingles)
    {
        var count = CountFor(words.Length, shingleWords);
        shingles = shingles[..count];
        if (Vector512.IsHardwareAccelerated && count >= HashLanes512.Count)
        {
            RollVectors<HashLanes512, Vector512<ulong>>(words, shingleWords, shingles);
        }
        else
        {
            // Other vectors make a multiplication of 64 bits of several, which costs more than it saves.
            RollScalar(words, shingleWords, shingles);
        }
        return count;
    }

    /// <summary>The specification: each shingle from the one before it.</summary>
    internal static void RollScalar(ReadOnlySpan<ulong> words, int shingleWords, Span<ulong> shingles)
    {
        if (words.IsEmpty) return;
        var n = Math.Min(shingleWords, words.Length);
        ulong polynomial = 0, highest = 1;
        for (var i = 0; i < n; i++)
        {
            polynomial = polynomial * Base + words[i];
            if (i > 0) highest *= Base;
        }
        shingles[0] = Mixing.Avalanche(polynomial);
        for (var i = 1; i < shingles.Length; i++)
        {
            polynomial = (polynomial - words[i - 1] * highest) * Base + words[i + n - 1];
            shingles[i] = Mixing.Avalanche(polynomial);
        }
    }

    /// <summary>Each shingle by itself (Horner), a vector of them at a time: more multiplications, and none waits for another.</summary>
    /// <param name="words">Word hashes in text order, at least as many as a shingle has.</param>
    /// <param name="shingleWords">Words a shingle.</param>
    /// <param name="shingles">All shingles of the text, at least one vector of them.</param>
    internal static void RollVectors<TLanes, TVector>(ReadOnlySpan<ulong> words, int shingleWords, Span<ulong> shingles)
        where TLanes : struct, IHashLanes<TVector>
        where TVector : struct
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shingles.Length, words.Length - shingleWords + 1, nameof(shingles));
        ref var word = ref MemoryMarshal.GetReference(words);
        ref var shingle = ref MemoryMarshal.GetReference(shingles);
        var factor = TLanes.Create(Base);
        for (var done = 0; done < shingles.Length;)
        {
            // The last vector ends with the last shingle and computes some of them again.
            var at = Math.Min(done, shingles.Length - TLanes.Count);
            var polynomial = TLanes.Load(ref Unsafe.Add(ref word, at));
            for (var i = 1; i < shingleWords; i++)
            {
                polynomial = TLanes.Add(TLanes.Multiply(polynomial, factor), TLanes.Load(ref Unsafe.Add(ref word, at + i)));
            }
            TLanes.Store(Mixing.Avalanche<TLanes, TVector>(polynomial), ref Unsafe.Add(ref shingle, at));
            done = at + TLanes.Count;
        }
    }
}
