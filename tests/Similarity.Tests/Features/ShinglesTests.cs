using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CsCheck;

namespace Similarity.Tests;

public sealed class ShinglesTests
{
    private static readonly Gen<(ulong[] Words, int Width)> Text = Gen.Select(Gen.ULong.Array[0, 60], Gen.Int[1, 8]);

    [Fact]
    public void A_shingle_depends_on_its_own_words_only() => Text.Sample((words, width) =>
    {
        var rolled = Roll(words, width);
        var alone = Enumerable.Range(0, rolled.Length).Select(i => Roll(words[i..Math.Min(i + width, words.Length)], width)[0]);
        return rolled.SequenceEqual(alone);
    });

    [Fact]
    public void A_text_with_a_word_has_a_shingle_and_a_text_without_has_none()
    {
        Assert.Single(Roll([7], 5));
        Assert.Single(Roll([7, 8, 9, 10], 5));
        Assert.Equal(2, Roll([1, 2, 3, 4, 5, 6], 5).Length);
        Assert.Empty(Roll([], 5));
    }

    [Fact]
    public void The_order_of_the_words_counts() => Assert.NotEqual(Roll([1, 2, 3], 3)[0], Roll([3, 2, 1], 3)[0]);

    [Fact]
    public void Every_width_of_vector_rolls_like_the_specification() => Gen.Select(Gen.ULong.Array[20, 80], Gen.Int[1, 8]).Sample((words, width) =>
    {
        var expected = new ulong[Shingles.CountFor(words.Length, width)];
        Shingles.RollScalar(words, width, expected);
        return Vectors<HashLanes128, Vector128<ulong>>().SequenceEqual(expected)
            && Vectors<HashLanes256, Vector256<ulong>>().SequenceEqual(expected)
            && Vectors<HashLanes512, Vector512<ulong>>().SequenceEqual(expected)
            && Roll(words, width).SequenceEqual(expected);

        ulong[] Vectors<TLanes, TVector>()
            where TLanes : struct, IHashLanes<TVector>
            where TVector : struct
        {
            var shingles = new ulong[expected.Length];
            Shingles.RollVectors<TLanes, TVector>(words, width, shingles);
            return shingles;
        }
    });

    [Fact]
    public void No_read_leaves_the_words()
    {
        using var guarded = new GuardedMemory(257 * sizeof(ulong));
        for (var length = 0; length <= 257; length++)
        {
            var words = Enumerable.Range(0, length).Select(i => (ulong)i * 77).ToArray();
            var placed = MemoryMarshal.Cast<byte, ulong>(guarded.Place(MemoryMarshal.AsBytes<ulong>(words)));
            var expected = new ulong[Shingles.CountFor(length, 5)];
            Shingles.RollScalar(words, 5, expected);
            var rolled = new ulong[expected.Length];
            Assert.Equal(expected.Length, Shingles.Roll(placed, 5, rolled));
            Assert.Equal(expected, rolled);
        }
    }

    private static ulong[] Roll(ulong[] words, int width)
    {
        var shingles = new ulong[Shingles.CountFor(words.Length, width)];
        Assert.Equal(shingles.Length, Shingles.Roll(words, width, shingles));
        return shingles;
    }
}
