using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// MinHash signatures by fast similarity sketching (Dahlgaard, Knudsen, Thorup, FOCS 2017). Each shingle falls into one
/// of <c>k</c> lanes and each lane keeps its smallest value, so that a signature costs one step a shingle instead of
/// <c>k</c>. Lanes that no shingle fell into are filled by further rounds with other hashes of the same shingles, which
/// never touch what an earlier round has filled: a short text costs a few rounds and a long one none.
/// </summary>
/// <remarks>
/// Two signatures of the same <c>k</c> agree in each lane with probability equal to the resemblance of the shingle
/// sets, with an error no larger than that of <c>k</c> independent permutations, sqrt(J(1−J)/k), for sets of any size.
/// Filling empty lanes from their neighbours instead (densification) exceeds that for sets smaller than <c>k</c>.
/// Thread-safe.
/// </remarks>
internal sealed class MinHasher
{
    /// <summary>Marks a lane that is not filled yet; a shingle with this value counts as the one below it.</summary>
    private const uint Empty = uint.MaxValue;

    /// <summary>What sets the rounds apart: odd, so that no two are alike.</summary>
    private const ulong RoundStep = 0xD1342543DE82EF95;

    /// <summary>Hashes of a further round that are computed at a time.</summary>
    private const int HashesAtATime = 256;

    /// <summary>Where a text has so many times more shingles than lanes, and leaves lanes empty, it repeats itself.</summary>
    private const int ManyRepeats = 16;

    public MinHasher(int lanes)
    {
        if (lanes is < 16 or > 4096)
        {
            throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "A signature has from 16 to 4096 lanes.");
        }
        Lanes = lanes;
    }

    /// <summary>Values a signature has: the <c>k</c> of MinHash.</summary>
    public int Lanes { get; }

    /// <summary>Writes the signature of a text. Order and repeats of <paramref name="shingles"/> do not matter.</summary>
    /// <param name="shingles">At least one avalanched shingle hash.</param>
    /// <param name="signature"><see cref="Lanes"/> values.</param>
    public void Sign(ReadOnlySpan<ulong> shingles, Span<uint> signature)
    {
        if (shingles.IsEmpty) throw new ArgumentException("A text without shingles has no signature.", nameof(shingles));
        signature = signature[..Lanes];
        signature.Fill(Empty);
        foreach (var shingle in shingles)
        {
            ref var lane = ref signature[LaneOf(shingle)];
            lane = Least(lane, ValueOf(shingle));
        }
        // So many different shingles would have left no lane empty: most of these repeat, and need not be looked at each round.
        if (signature.Contains(Empty)) FillEmpty(shingles.Length > ManyRepeats * Lanes ? Distinct(shingles) : shingles, signature);
    }

    /// <summary>The specification of <see cref="Sign"/>, as SIGNATURES.md has it.</summary>
    internal static void SignScalar(ReadOnlySpan<ulong> shingles, Span<uint> signature)
    {
        signature.Fill(Empty);
        for (var round = 0; round == 0 || signature.Contains(Empty); round++)
        {
            var before = signature.ToArray();
            foreach (var shingle in shingles)
            {
                var hash = round == 0 ? shingle : Mixing.Avalanche(shingle + (RoundStep * (ulong)round));
                var lane = round <= signature.Length ? (int)(((hash >> 32) * (uint)signature.Length) >> 32) : (round - 1) % signature.Length;
                if (before[lane] == Empty) signature[lane] = Math.Min(signature[lane], Math.Min((uint)hash, Empty - 1));
            }
        }
    }

    /// <summary>Estimate of the resemblance: the share of equal lanes. Standard error sqrt(J(1−J)/k).</summary>
    public static double EstimateResemblance(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (a.Length != b.Length || a.IsEmpty)
        {
            throw new ArgumentException($"Signatures of {a.Length} and {b.Length} lanes cannot be compared.", nameof(b));
        }
        return (double)LaneEquality.Count(MemoryMarshal.AsBytes(a), MemoryMarshal.AsBytes(b), sizeof(uint)) / a.Length;
    }

    private static Span<ulong> Distinct(ReadOnlySpan<ulong> shingles)
    {
        var sorted = shingles.ToArray().AsSpan();
        sorted.Sort();
        return sorted[..SortedSets.Distinct(sorted)];
    }

    /// <summary>Further rounds until every lane is filled. After <see cref="Lanes"/> of them, which chance alone hardly needs, each lane gets a round of its own.</summary>
    [SkipLocalsInit]
    private void FillEmpty(ReadOnlySpan<ulong> shingles, Span<uint> signature)
    {
        Span<uint> closed = stackalloc uint[Lanes];
        Span<ulong> hashes = stackalloc ulong[HashesAtATime];
        for (var round = 1; signature.Contains(Empty); round++)
        {
            Close(signature, closed);
            for (var from = 0; from < shingles.Length; from += HashesAtATime)
            {
                var some = shingles[from..Math.Min(from + HashesAtATime, shingles.Length)];
                Mixing.Avalanche(some, RoundStep * (ulong)round, hashes);
                foreach (var hash in hashes[..some.Length])
                {
                    var lane = round <= Lanes ? LaneOf(hash) : (round - 1) % Lanes;
                    signature[lane] = Least(signature[lane], ValueOf(hash) | closed[lane]);
                }
            }
        }
    }

    /// <summary>All ones for each lane that is filled, so that no value gets in; zero for each that is empty.</summary>
    private static void Close(ReadOnlySpan<uint> signature, Span<uint> closed)
    {
        var i = 0;
        for (; i <= signature.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            (~Vector256.Equals(Vector256.Create(signature[i..]), Vector256<uint>.AllBitsSet)).CopyTo(closed[i..]);
        }
        for (; i < signature.Length; i++) closed[i] = signature[i] == Empty ? 0 : uint.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LaneOf(ulong hash) => (int)(((hash >> 32) * (uint)Lanes) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ValueOf(ulong hash) => Least((uint)hash, Empty - 1);

    /// <summary>The smaller of two, without the branch that a minimum of scalars compiles to and nothing can predict.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Least(uint a, uint b) =>
        Vector128.Min(Vector128.CreateScalarUnsafe(a), Vector128.CreateScalarUnsafe(b)).ToScalar();
}
