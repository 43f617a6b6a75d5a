using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Turns UTF-8 text into tokens that are equal wherever two outlets typed, encoded or decorated the same word
/// differently. The result is the same on every platform, runtime, culture and vector width.
/// </summary>
/// <remarks>
/// The rules, complete enough to implement elsewhere; every later stage and every index on disk rests on them.
/// <list type="number">
/// <item><b>Decode.</b> UTF-8. A maximal ill-formed subsequence counts as U+FFFD, which is a separator.</item>
/// <item><b>Fold</b> each code point by itself, by a table made from Unicode 15.1: compatibility decomposition (NFKD)
/// and full case folding, one after the other until neither changes anything; then leave out the code points listed
/// under 3. Hangul syllables become jamo. There is no reordering across code points and no language-specific rule:
/// ß is ss, ﬁ is fi, İ is i, ς is σ, Ⅳ is iv, ² is 2, ½ is 1⁄2 and so two tokens.</item>
/// <item><b>Left out</b>, which does not end a token, so that co-operate with a soft hyphen is one word: code points
/// with Default_Ignorable_Code_Point (soft hyphen, zero-width space, joiners, byte order mark, variation selectors,
/// direction controls, tags); the blocks of combining diacritics U+0300-036F (U+0345 folds to ι first), 1AB0-1AFF,
/// 1DC0-1DFF, 20D0-20FF, FE20-FE2F; Hebrew points and accents, the nonspacing marks in U+0591-05C7 (the punctuation
/// there, such as maqaf, separates); Arabic tashkeel U+064B-065F and U+0670, and tatweel U+0640. Marks of other scripts
/// carry vowels and stay.</item>
/// <item><b>Classify</b> each folded code point by its general category. <i>Word</i>: letters, marks and numbers (L, M,
/// N), but for the next two. <i>Unspaced</i>: letters of scripts written without spaces, the blocks of Han, Hiragana,
/// Katakana, Bopomofo, Thai, Lao, Tibetan, Myanmar, Khmer, Tai Le, New Tai Lue, Tai Tham, Tai Viet, Ahom, Balinese,
/// Javanese, Tangut, Khitan and Nushu (<c>make-folding.py</c> lists the ranges). <i>Unspaced mark</i>: marks in those
/// ranges. <i>Separator</i>: all else, unassigned code points, hyphens, underscores and apostrophes included, and among
/// the letters U+02B9-02BF, which stand in for apostrophes: don't is don, t however it is typed.</item>
/// <item><b>Tokens.</b> A maximal run of Word code points; or one Unspaced code point with the Unspaced marks that
/// follow it, of whatever script; a run of Unspaced marks that follow no such token is one too. Left-out code
/// points between do not count. A token has at most <see cref="MaxTokenBytes"/> folded bytes: a code point that would
/// exceed them begins the next token, so that a picture in base64 costs linear time and little memory.</item>
/// <item><b>Value.</b> The <see cref="WordHash"/> of the folded code points in UTF-8.</item>
/// <item><b>Offsets.</b> From the first byte of the code point that gave the first folded code point to the last byte
/// of the one that gave the last, or of the last left-out one behind it. Where one code point folds to several tokens,
/// each of them covers all of it.</item>
/// </list>
/// Two forms compute it: <see cref="ScalarTokenizer"/> is these rules in code, <see cref="BlockTokenizer"/> the fast one.
/// </remarks>
public static class Tokenizer
{
    /// <summary>The most folded bytes that a token has.</summary>
    public const int MaxTokenBytes = 256;

    /// <summary>
    /// Adds the tokens of <paramref name="utf8"/> to <paramref name="tokens"/>. The text begins and ends a token,
    /// whatever the buffer holds already.
    /// </summary>
    public static void Tokenize(ReadOnlySpan<byte> utf8, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (Vector512.IsHardwareAccelerated) BlockTokenizer.Run<Block512>(utf8, tokens);
        else if (Vector256.IsHardwareAccelerated) BlockTokenizer.Run<Block256>(utf8, tokens);
        else if (Vector128.IsHardwareAccelerated) BlockTokenizer.Run<Block128>(utf8, tokens);
        else ScalarTokenizer.Run(utf8, stackalloc byte[OpenToken<HashSink>.BufferBytes], new HashSink(tokens));
    }

    /// <summary>
    /// Writes the folded bytes of the tokens of <paramref name="utf8"/>, one space between two: for the bytes of one
    /// token, as its offsets give them, the very bytes that its hash was made from.
    /// </summary>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="destination"/> is too short. One token fits in <see cref="MaxTokenBytes"/> unless one of its code
    /// points folds to several tokens.
    /// </exception>
    public static int Fold(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        if (TryFoldAscii(utf8, destination)) return utf8.Length;
        var length = ScalarTokenizer.Run(utf8, stackalloc byte[OpenToken<FoldSink>.BufferBytes], new FoldSink(destination)).Length;
        if (length <= destination.Length) return length;
        throw new ArgumentException(
            $"The folded text takes {length} bytes and there is room for {destination.Length}.", nameof(destination));
    }

    /// <summary>Most tokens by far: letters and digits, which setting bit 5 lower-cases and leaves alone.</summary>
    private static bool TryFoldAscii(ReadOnlySpan<byte> word, Span<byte> destination)
    {
        if (word.Length > Math.Min(MaxTokenBytes, destination.Length)) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit((char)word[i])) return false;
            destination[i] = (byte)(word[i] | 0x20);
        }
        return true;
    }
}
