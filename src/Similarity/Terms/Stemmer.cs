using System.Text;

namespace Similarity;

/// <summary>
/// Makes inflected forms of one word one term. The script chooses the algorithm, not a language that records rarely name: ASCII
/// words are stemmed as English, Cyrillic ones as Russian, others stay. A form that is stemmed by the rules of another language
/// is still stemmed alike wherever it occurs.
/// </summary>
internal static class Stemmer
{
    /// <summary>Longer words are no words that have forms.</summary>
    private const int MaxBytes = 64;

    /// <summary>Stems a folded word in place.</summary>
    /// <param name="folded">What <see cref="Tokenizer.Fold"/> makes of one token.</param>
    /// <returns>The length of the stem in bytes.</returns>
    public static int Stem(Span<byte> folded)
    {
        if (folded.Length is < 3 or > MaxBytes) return folded.Length;
        if (Ascii.IsValid(folded)) return folded.ContainsAnyInRange((byte)'0', (byte)'9') ? folded.Length : EnglishStemmer.Stem(folded);
        Span<char> letters = stackalloc char[MaxBytes];
        var count = Encoding.UTF8.GetChars(folded, letters);
        letters = letters[..count];
        return letters.ContainsAnyExceptInRange('а', 'я') ? folded.Length : Encoding.UTF8.GetByteCount(letters[..RussianStemmer.Stem(letters)]);
    }
}
