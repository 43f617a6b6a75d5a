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

    private static ulong[] Roll(ulong[] words, int width)
    {
        var shingles = new ulong[Shingles.CountFor(words.Length, width)];
        Assert.Equal(shingles.Length, Shingles.Roll(words, width, shingles));
        return shingles;
    }
}
