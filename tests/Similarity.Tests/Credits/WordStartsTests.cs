using System.Text;
using CsCheck;

namespace Similarity.Tests;

public class WordStartsTests
{
    private static readonly byte[] SmallLetters = [(byte)'d'];

    [Fact]
    public void Blocks_find_what_bytes_one_by_one_do() =>
        Gen.OneOf(new[] { "a", "d", "D", "7", " ", "“", "é", "\u00A0", "Ж", "新", "😀", "bcdefgh", "\n", "(" }.Select(Gen.Const).ToArray()).Array[0, 200].Sample(pieces =>
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(pieces));
            var places = new int[4096];
            Assert.Equal(OneByOne(text), places[..new WordStarts(SmallLetters).Find(text, places)]);
        });

    /// <summary>The specification.</summary>
    private static List<int> OneByOne(ReadOnlySpan<byte> text)
    {
        var places = new List<int>();
        var (isSign, follows, isUnspacedBefore) = (0, false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var value = text[at];
            if (value == 0xC2) isSign = Math.Max(isSign, 2);
            if (value == 0xE2) isSign = Math.Max(isSign, 3);
            var isWord = value >= 0x80 ? isSign == 0 : char.IsAsciiLetterOrDigit((char)value);
            var isUnspaced = value >= 0xE3 || isUnspacedBefore == 1;
            var isInitial = value >= 0x80 || char.IsAsciiLetterUpper((char)value) || SmallLetters.Contains(value);
            if (isWord && isInitial && (!follows || isUnspaced)) places.Add(at);
            follows = isWord;
            isSign = Math.Max(0, isSign - 1);
            isUnspacedBefore = value >= 0xE3 ? 3 : Math.Max(0, isUnspacedBefore - 1);
        }
        return places;
    }
}
