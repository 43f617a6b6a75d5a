using System.Collections.Frozen;
using System.IO.Hashing;
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
/// copyright # …              any number
/// [end]                      phrases from here on count at the ends of an article only
/// … is a columnist …
/// [anywhere]                 and from here on anywhere again
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

    /// <summary>Stands for any number among the words of a phrase.</summary>
    private const ulong AnyNumber = 0x510E527FADE682D1;

    /// <summary>The same at the end of an article.</summary>
    public const int MostWordsAtEnd = 120;

    private const int FilterBits = 1 << 14;

    private readonly FrozenDictionary<ulong, Phrase[]> _byAnchor;

    /// <summary>By anchors: those of phrases that begin a line, and those of phrases within one.</summary>
    private readonly ulong[] _first = new ulong[FilterBits / 64];
    private readonly ulong[] _within = new ulong[FilterBits / 64];

    private PhraseTable(IReadOnlyList<Phrase> phrases)
    {
        Phrases = phrases;
        _byAnchor = phrases.GroupBy(phrase => phrase.Words[phrase.Anchor]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        foreach (var phrase in phrases)
        {
            var bit = Bit(phrase.Words[phrase.Anchor]);
            (phrase.IsOpenBefore ? _within : _first)[bit / 64] |= 1UL << (bit % 64);
        }
    }

    /// <summary>The phrases that come with the library.</summary>
    public static PhraseTable Default { get; } = Parse(ReadDefault());

    /// <summary>No phrases.</summary>
    public static PhraseTable None { get; } = new([]);

    internal IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>A table of phrases that another had.</summary>
    internal static PhraseTable Of(IReadOnlyList<Phrase> phrases) => new(phrases);

    /// <summary>What tells this table from others: two with the same phrases in the same order have the same.</summary>
    internal ulong Fingerprint
    {
        get
        {
            var hash = new XxHash3();
            foreach (var phrase in Phrases)
            {
                hash.Append(System.Runtime.InteropServices.MemoryMarshal.AsBytes(phrase.Words.AsSpan()));
                hash.Append([(byte)(phrase.IsOpenBefore ? 1 : 0), (byte)(phrase.IsOpenBehind ? 1 : 0), (byte)(phrase.NeedsNumber ? 1 : 0), (byte)(phrase.IsAtEnd ? 1 : 0)]);
            }
            return hash.GetCurrentHashAsUInt64();
        }
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A line is no phrase; the message names the line and says why.</exception>
    public static PhraseTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var phrases = new List<Phrase>();
        var words = new TokenBuffer(withOffsets: true);
        var isAtEnd = false;
        foreach (var (number, line) in text.Split('\n').Index())
        {
            var content = line.Trim();
            if (content.Length == 0 || content.StartsWith('#')) continue;
            if (content.StartsWith('['))
            {
                isAtEnd = content switch
                {
                    "[end]" => true,
                    "[anywhere]" => false,
                    _ => throw new FormatException($"Line {number + 1} of the phrases is '{content}', which is neither [end] nor [anywhere]."),
                };
                continue;
            }
            ReadWords(content, words);
            if (words.Count == 0) throw new FormatException($"Line {number + 1} of the phrases has no word: '{line.Trim()}'.");
            if (words.Count > MostWords) throw new FormatException($"Line {number + 1} of the phrases has {words.Count} words; {MostWords} is the limit.");
            var isOpenBefore = content.StartsWith('…');
            var needsNumber = content.EndsWith("… #", StringComparison.Ordinal) || content.EndsWith("…#", StringComparison.Ordinal);
            phrases.Add(new Phrase(words.Hashes.ToArray(), isOpenBefore ? LongestOf(words) : 0, isOpenBefore, needsNumber || content.EndsWith('…'), needsNumber, isAtEnd));
        }
        return new PhraseTable(phrases);
    }

    /// <summary>The phrases of both tables.</summary>
    public PhraseTable With(PhraseTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PhraseTable([.. Phrases, .. other.Phrases]);
    }

    /// <summary>The words of a phrase; a number sign stands for any number, unless it follows the last ellipsis.</summary>
    private static void ReadWords(string content, TokenBuffer words)
    {
        words.Clear();
        var end = content.LastIndexOf('…') is > 0 and var last ? last : content.Length;
        foreach (var piece in content[..end].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece == "#") words.Add(AnyNumber, 0, 0);
            else Tokenizer.Tokenize(Encoding.UTF8.GetBytes(piece), words);
        }
    }

    private static string ReadDefault()
    {
        using var resource = typeof(PhraseTable).Assembly.GetManifestResourceStream("phrases.txt")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The phrase that makes furniture of a line or sentence, or <see langword="null"/>.</summary>
    /// <param name="text">The UTF-8 of the text.</param>
    /// <param name="words">Its words, with their places.</param>
    /// <param name="unit">The line or sentence.</param>
    /// <param name="isAtEnd">Whether it stands at an end of the article.</param>
    internal Phrase? Find(ReadOnlySpan<byte> text, TokenBuffer words, TextUnit unit, bool isAtEnd = false)
    {
        if (unit.Words > (isAtEnd ? MostWordsAtEnd : MostWords)) return null;
        for (var word = unit.FirstWord; word < unit.EndWord; word++)
        {
            var bit = Bit(words.Hashes[word]);
            var filter = _within[bit / 64] | (word == unit.FirstWord ? _first[bit / 64] : 0);
            if ((filter >> (bit % 64) & 1) != 0 && FindAt(text, words, unit, word, isAtEnd) is { } phrase) return phrase;
        }
        return null;
    }

    private Phrase? FindAt(ReadOnlySpan<byte> text, TokenBuffer words, TextUnit unit, int word, bool isAtEnd)
    {
        if (!_byAnchor.TryGetValue(words.Hashes[word], out var phrases)) return null;
        foreach (var phrase in phrases)
        {
            if (phrase.IsAtEnd ? !isAtEnd : unit.Words > MostWords) continue;
            var start = word - phrase.Anchor;
            if (start < unit.FirstWord || (start > unit.FirstWord && !phrase.IsOpenBefore)) continue;
            if (phrase.Words.Length == 1 && phrase.IsOpenBehind && !(unit.IsLine && !unit.IsClosed && unit.Words <= MostWordsBehindOne)) continue;
            if (!StartsWith(text, words, start, unit.EndWord, phrase.Words)) continue;
            if (!phrase.IsOpenBehind && unit.EndWord - start > phrase.Words.Length) continue;
            if (!phrase.NeedsNumber || HasNumber(text, words, unit)) return phrase;
        }
        return null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, TokenBuffer words, int start, int end, ulong[] phrase)
    {
        if (end - start < phrase.Length) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            var isSame = phrase[i] == AnyNumber ? char.IsAsciiDigit((char)text[words.Starts[start + i]]) : words.Hashes[start + i] == phrase[i];
            if (!isSame) return false;
        }
        return true;
    }

    private static int LongestOf(TokenBuffer words)
    {
        var longest = 0;
        for (var word = 1; word < words.Count; word++)
        {
            if (words.Ends[word] - words.Starts[word] > words.Ends[longest] - words.Starts[longest]) longest = word;
        }
        return longest;
    }

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
