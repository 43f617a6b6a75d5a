using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Similarity.Tests;

public class WordHashTests
{
    [Fact]
    public void The_values_never_change()
    {
        Assert.Equal(0x1EB244682E62CA05UL, WordHash.Compute(""u8));
        Assert.Equal(0x6D0E3D8705C62FC6UL, WordHash.Compute("a"u8));
        Assert.Equal(0x5CDFB582221A187CUL, WordHash.Compute("similar"u8));
        Assert.Equal(0x761F74835313F459UL, WordHash.Compute("internationally"u8));
        Assert.Equal(0x7EE980702025A9A1UL, WordHash.Compute("internationalisation"u8));
    }

    [Fact]
    public void Half_a_million_words_do_not_collide()
    {
        var seen = new HashSet<ulong>();
        var words = 0;
        foreach (var word in Words().Distinct(StringComparer.Ordinal))
        {
            words++;
            if (!seen.Add(WordHash.Compute(Encoding.UTF8.GetBytes(word)))) Assert.Fail($"{word} collides.");
        }
        Assert.InRange(words, 500_000, int.MaxValue);
    }

    [Fact]
    public void Every_bit_of_a_word_moves_about_half_of_the_hash()
    {
        const int trials = 2000;
        Span<int> moved = stackalloc int[64];
        Span<byte> words = stackalloc byte[24];
        foreach (var length in new[] { 1, 3, 5, 8, 9, 12, 16, 23 })
        {
            for (var flipped = 0; flipped < length * 8; flipped++)
            {
                moved.Clear();
                for (var trial = 0; trial < trials; trial++)
                {
                    for (var i = 0; i < 3; i++) BinaryPrimitives.WriteUInt64LittleEndian(words[(i * 8)..], Mix((ulong)((trial * 3) + i)));
                    var word = words[..length];
                    var hash = WordHash.Compute(word);
                    word[flipped / 8] ^= (byte)(1 << (flipped % 8));
                    for (var changed = hash ^ WordHash.Compute(word); changed != 0; changed &= changed - 1)
                    {
                        moved[BitOperations.TrailingZeroCount(changed)]++;
                    }
                }
                // The standard error is .011, but .044 where one byte leaves only 128 different pairs.
                var allowed = length == 1 ? .20 : .06;
                foreach (var count in moved) Assert.InRange(count / (double)trials, .5 - allowed, .5 + allowed);
            }
        }
    }

    [Fact]
    public void Zeros_and_lengths_are_told_apart()
    {
        var hashes = Enumerable.Range(0, 65).Select(length => WordHash.Compute(new byte[length])).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void Low_and_high_bits_fill_buckets_evenly()
    {
        const int buckets = 1024;
        var low = new int[buckets];
        var high = new int[buckets];
        var words = Words().Distinct(StringComparer.Ordinal).Take(buckets * 400).ToList();
        foreach (var word in words)
        {
            var hash = WordHash.Compute(Encoding.UTF8.GetBytes(word));
            low[hash % buckets]++;
            high[hash >> 54]++;
        }
        // Chi-squared with 1023 degrees of freedom: mean 1023, standard deviation 45.
        foreach (var counts in new[] { low, high })
        {
            var expected = words.Count / (double)buckets;
            Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 1023 - 270, 1023 + 270);
        }
    }

    /// <summary>Every word of up to 3 letters, numbers, inflected stems of several lengths, words in two scripts.</summary>
    private static IEnumerable<string> Words()
    {
        const string letters = "abcdefghijklmnopqrstuvwxyz";
        foreach (var a in letters)
        {
            foreach (var b in letters)
            {
                yield return $"{a}{b}";
                foreach (var c in letters)
                {
                    yield return $"{a}{b}{c}";
                    yield return $"inter{a}{b}{c}ation";
                    yield return $"{a}counter{b}revolution{c}ary";
                    yield return $"слово{(char)('а' + a - 'a')}{(char)('а' + b - 'a')}{(char)('а' + c - 'a')}";
                    foreach (var ending in new[] { "s", "ed", "ing", "ation", "lessness" }) yield return $"{a}e{b}{c}{ending}";
                }
            }
        }
        for (var number = 0; number < 350_000; number++) yield return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
