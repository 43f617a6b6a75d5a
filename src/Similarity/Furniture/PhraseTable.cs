using System.Collections.Frozen;
using System.Text;

namespace Similarity;

/// <summary>
/// The phrases by which furniture is told from text, in many languages. A plain text, a phrase a line:
/// <code>
/// # what follows a hash is for people
/// read more                  the whole line or sentence
/// follow us on …             words may follow
/// … all rights reserved      words may stand before
/// updated … #                words may follow, and a number must be among them
/// </code>
/// Case and punctuation do not matter. One word that others may follow, as in "advertisement …", makes furniture only of a
/// whole line of up to <see cref="MostWordsBehindOne"/> words that is no sentence, because sentences begin with anything. Lines of more than <see cref="MostWords"/> words are never furniture by a phrase.
/// </summary>
public sealed class PhraseTable
{
    /// <summary>Most words of a line that a phrase makes furniture.</summary>
    public const int MostWords = 30;

    /// <summary>Most words of a line that a phrase of one word makes furniture.</summary>
    public const int MostWordsBehindOne = 8;

    private const int FilterBits = 1 << 14;

    private readonly FrozenDictionary<ulong, Phrase[]> _byFirstWord;
    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly bool _anyOpenBefore;

    private PhraseTable(IReadOnlyList<Phrase> phrases)
    {
        Phrases = phrases;
        _byFirstWord = phrases.GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _anyOpenBefore = phrases.Any(phrase => phrase.IsOpenBefore);
        foreach (var word in _byFirstWord.Keys) _filter[Bit(word) / 64] |= 1UL << (Bit(word) % 64);
    }

    /// <summary>The phrases that come with the library.</summary>
    public static PhraseTable Default { get; } = Parse(ReadDefault());

    /// <summary>No phrases.</summary>
    public static PhraseTable None { get; } = new([]);

    internal IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A line is no phrase; the message names the line and says why.</exception>
    public static PhraseTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var phrases = new List<Phrase>();
        var words = new TokenBuffer();
        foreach (var (number, line) in text.Split('\n').Index())
        {
            var content = line.Trim();
            if (content.Length == 0 || content.StartsWith('#')) continue;
            var needsNumber = content.EndsWith('#');
            content = content.TrimEnd('#').TrimEnd();
            words.Clear();
            Tokenizer.Tokenize(Encoding.UTF8.GetBytes(content), words);
            if (words.Count == 0) throw new FormatException($"Line {number + 1} of the phrases has no word: '{line.Trim()}'.");
            if (words.Count > MostWords) throw new FormatException($"Line {number + 1} of the phrases has {words.Count} words; {MostWords} is the limit.");
            phrases.Add(new Phrase(words.Hashes.ToArray(), content.StartsWith('…'), needsNumber || content.EndsWith('…'), needsNumber));
        }
        return new PhraseTable(phrases);
    }

    /// <summary>The phrases of both tables.</summary>
    public PhraseTable With(PhraseTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PhraseTable([.. Phrases, .. other.Phrases]);
    }

    private static string ReadDefault()
    {
        using var resource = typeof(PhraseTable).Assembly.GetManifestResourceStream("phrases.txt")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Whether a phrase makes furniture of a line or sentence.</summary>
    /// <param name="text">The UTF-8 of the text.</param>
    /// <param name="words">Its words, with their places.</param>
    /// <param name="unit">The line or sentence.</param>
    internal bool Matches(ReadOnlySpan<byte> text, TokenBuffer words, TextUnit unit)
    {
        if (unit.Words > MostWords) return false;
        var last = _anyOpenBefore ? unit.EndWord : unit.FirstWord + 1;
        for (var word = unit.FirstWord; word < last; word++)
        {
            var hash = words.Hashes[word];
            if ((_filter[Bit(hash) / 64] >> (Bit(hash) % 64) & 1) == 0 || !_byFirstWord.TryGetValue(hash, out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                if (phrase.Words.Length == 1 && phrase.IsOpenBehind && !(unit.IsLine && !unit.IsClosed && unit.Words <= MostWordsBehindOne)) continue;
                if (Matches(phrase, words.Hashes[word..unit.EndWord], word == unit.FirstWord) && (!phrase.NeedsNumber || HasNumber(text, words, unit))) return true;
            }
        }
        return false;
    }

    private static bool Matches(Phrase phrase, ReadOnlySpan<ulong> rest, bool isStart) =>
        (isStart || phrase.IsOpenBefore) && rest.StartsWith(phrase.Words) && (phrase.IsOpenBehind || rest.Length == phrase.Words.Length);

    private static bool HasNumber(ReadOnlySpan<byte> text, TokenBuffer words, TextUnit unit)
    {
        for (var word = unit.FirstWord; word < unit.EndWord; word++)
        {
            if (char.IsAsciiDigit((char)text[words.Starts[word]])) return true;
        }
        return false;
    }

    private static int Bit(ulong word) => (int)(word % FilterBits);
}
