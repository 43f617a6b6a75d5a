using System.Text;

namespace Similarity;

/// <summary>A name with what belongs to it: its article, "agency" before it, quotation marks around it.</summary>
/// <param name="Start">Where the words around it end.</param>
/// <param name="End">Where the words behind it begin.</param>
/// <param name="NamesPictureOrPoll">Whether the name is that of a picture's or poll's maker: "AP Photo", "via AP", "Reuters/Ipsos".</param>
internal readonly record struct NamePlace(int Start, int End, bool NamesPictureOrPoll)
{
    /// <summary>Words that may stand between a form's words and the name.</summary>
    private static readonly CueStep Introductions = Words("The ", "the ", "THE ", "l'", "L'", "la ", "die ", "der ", "dem ", "агентство ", "агентства ", "ИА ", "agencia ", "agence ", "agency ", "agenzia ", "وكالة ", "\"");

    /// <summary>What stands behind the name of a picture's or poll's maker.</summary>
    private static readonly CueStep Pictures = Words(" Photo", " photo", " PHOTO", " Image", " Pictures", " images", " Pool", " Archive", " Foto", "/Getty", "/AP", "/Pool", "/Landov", "/EPA", " via ", " poll", " Poll", "-GfK", "/Ipsos", "-Ipsos", "-NORC", "/ORC");

    public static NamePlace Around(ReadOnlySpan<byte> text, AgencyMention mention)
    {
        var (start, end) = (mention.Start, mention.End);
        for (var size = Introduction(text[..start]); size > 0; size = Introduction(text[..start])) start -= size;
        while (end < text.Length && text[end] == '"') end++;
        return new NamePlace(start, end, IsPicture(text, mention.End) || text[..start].EndsWith("via "u8) || text[..start].EndsWith("Via "u8));
    }

    /// <summary>Whether what follows at <paramref name="end"/> makes the name that of a picture's or poll's maker.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> text, int end)
    {
        var rest = text[end..];
        if (!Pictures.MayBegin(rest)) return false;
        foreach (var word in Pictures.Words)
        {
            if (rest.StartsWith(word)) return true;
        }
        return false;
    }

    /// <summary>Behind a "the" at <paramref name="at"/>.</summary>
    public static int SkipArticle(ReadOnlySpan<byte> text, int at) =>
        CueWords.Begins(text[at..], "the "u8) ? at + 4 : at;

    private static int Introduction(ReadOnlySpan<byte> before)
    {
        if (!Introductions.MayEnd(before)) return 0;
        foreach (var word in Introductions.Words)
        {
            if (before.EndsWith(word) && (before.Length == word.Length || !CreditLetters.IsLetter(before[^(word.Length + 1)]) || !CreditLetters.IsLetter(word[0]))) return word.Length;
        }
        return 0;
    }

    private static CueStep Words(params string[] words) => new(CueKind.Words, words.Select(Encoding.UTF8.GetBytes));
}
