using System.Text;

namespace Similarity;

/// <summary>The one spelling of each kind of space, dash, quotation mark, bracket and bullet that the forms of credits are written in.</summary>
internal static class PunctuationFolding
{
    private const string From = "\u00A0\u2002\u2003\u2009\u202F\u3000\t" + "‐‑‒–—―－" + "“”„«»＂「」" + "‘’‚′" + "（【〔" + "）】〕" + "｜•·●▪■⦁" + "：；，、。／＝…";
    private const string To = "       " + "-------" + "\"\"\"\"\"\"\"\"" + "''''" + "(((" + ")))" + "|||||||" + ":;,,./=.";
    private const string Dropped = "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF™®\r";

    private static readonly bool[] Leads = new bool[256];

    private static readonly byte[]?[] Spellings = Build();

    /// <summary>Whether a character that is spelt otherwise may begin with this byte.</summary>
    public static bool IsLead(byte value) => Leads[value];

    /// <summary>The spelling of the character that <paramref name="text"/> begins with, and its size there; size 0 where it is its own spelling.</summary>
    public static ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> text, out int size)
    {
        var length = text[0] < 0x80 ? 1 : text[0] < 0xE0 ? 2 : 3;
        var spelling = text.Length < length ? null : Spellings[PlaceOf(text[..length])];
        size = spelling is null ? 0 : length;
        return spelling;
    }

    /// <summary>A place of its own for each character of one or two bytes, and of three in the blocks from U+2000, U+3000 and U+F000 on.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> character) => character.Length switch
    {
        1 => character[0],
        2 => ((character[0] & 0x1F) << 6) | (character[1] & 0x3F),
        _ => (character[0] switch { 0xE2 => 0x1000, 0xE3 => 0x2000, _ => 0x3000 }) | ((character[1] & 0x3F) << 6) | (character[2] & 0x3F),
    };

    private static byte[]?[] Build()
    {
        var spellings = new byte[]?[0x4000];
        foreach (var (from, to) in From.Zip(To)) Add(from, [(byte)to]);
        foreach (var dropped in Dropped) Add(dropped, []);
        Add('©', "(c)"u8.ToArray());
        Add('\u2028', "\n"u8.ToArray());
        Add('\u2029', "\n"u8.ToArray());
        return spellings;

        void Add(char from, byte[] to)
        {
            var utf8 = Encoding.UTF8.GetBytes([from]);
            Leads[utf8[0]] = true;
            spellings[PlaceOf(utf8)] = to;
        }
    }
}
