namespace Similarity;

/// <summary>The one spelling of each kind of space, dash, quotation mark, bracket and bullet that the forms of credits are written in.</summary>
internal static class PunctuationFolding
{
    private const string From = "\u00A0\u2002\u2003\u2009\u202F\u3000\t" + "‐‑‒–—―－" + "“”„«»＂「」" + "‘’‚′" + "（【〔[" + "）】〕]" + "｜•·●▪■⦁" + "：；，、。／＝…";
    private const string To = "       " + "-------" + "\"\"\"\"\"\"\"\"" + "''''" + "((((" + "))))" + "|||||||" + ":;,,./=.";
    private const string Dropped = "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF™®\r";

    private static readonly bool[] Leads = new bool[256];
    private static readonly Dictionary<int, byte[]> Folded = Build();

    /// <summary>Whether a character that is spelt otherwise may begin with this byte.</summary>
    public static bool IsLead(byte value) => Leads[value];

    /// <summary>The spelling of the character that <paramref name="text"/> begins with, and its size there; size 0 where it is its own spelling.</summary>
    public static ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> text, out int size)
    {
        size = 0;
        if (text.IsEmpty || !Leads[text[0]]) return [];
        var length = text[0] < 0x80 ? 1 : text[0] < 0xE0 ? 2 : 3;
        if (text.Length < length || !Folded.TryGetValue(Key(text[..length]), out var folded)) return [];
        size = length;
        return folded;
    }

    private static int Key(ReadOnlySpan<byte> character)
    {
        var key = 0;
        foreach (var value in character) key = (key << 8) | value;
        return key;
    }

    private static Dictionary<int, byte[]> Build()
    {
        var folded = new Dictionary<int, byte[]>();
        foreach (var (from, to) in From.Zip(To)) Add(from, [(byte)to]);
        foreach (var dropped in Dropped) Add(dropped, []);
        Add('©', "(c)"u8.ToArray());
        Add('\u2028', "\n"u8.ToArray());
        Add('\u2029', "\n"u8.ToArray());
        return folded;

        void Add(char from, byte[] to)
        {
            var utf8 = System.Text.Encoding.UTF8.GetBytes([from]);
            Leads[utf8[0]] = true;
            folded[Key(utf8)] = to;
        }
    }
}
