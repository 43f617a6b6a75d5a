using System.Text;

namespace Similarity.FastText.Tests;

/// <summary>Text that means nothing, in several scripts, the same in every run: what models are trained on here.</summary>
internal static class InventedText
{
    private static readonly string[] Latin = ["ba", "ri", "ton", "mel", "sku", "ver", "ly", "pan", "do", "quir"];
    private static readonly string[] Cyrillic = ["ба", "ри", "тон", "мель", "ску", "вер", "лый", "пан", "до", "щур"];
    private static readonly string[] Chinese = ["山", "水", "火", "木", "金", "土", "風", "林", "雨", "雪"];
    private static readonly string[] Arabic = ["با", "ري", "تون", "مل", "سكو", "ور", "لي", "بان", "دو", "قر"];

    /// <summary>Words of two and three syllables, a hundred a script.</summary>
    public static string[] Words { get; } = [.. new[] { Latin, Cyrillic, Chinese, Arabic }.SelectMany(Pairs)];

    /// <summary>Words that are in no corpus of this class, and what is hardly a word.</summary>
    public static byte[][] UnknownWords { get; } =
    [
        .. new[] { "x", "xy", "zzzz", "bazonk", "щ", "щурбан", "щщщ", "雷", "雷電山", "قرقرقر", "a\u00A0b", "\u3000", "e\u0301e\u0301", "😀", "😀😀x", "<", ">", "<ba>", "</s", "__label", "-1" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0x80], [0x80, 0x80], [(byte)'a', 0x80], [0xC3], [0xE5, 0xB1], [0xED, 0xA0, 0x80], [(byte)'b', 0xFF, 0xFE, (byte)'a'],
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("baritonщур山", 300))),
        [.. Enumerable.Repeat((byte)0xBF, 1000)],
    ];

    /// <summary>Lines of a dozen words; those of one line come from one script and one part of it, so that there is something to learn.</summary>
    public static string Lines(int count, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var line = 0; line < count; line++) AppendWords(text, random, topic: random.Next(40)).Append('\n');
        return text.ToString();
    }

    /// <summary>The same with labels in front, of which every one occurs; the first ones more often.</summary>
    public static string LabelledLines(int count, int labels, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var line = 0; line < count; line++)
        {
            var label = line < labels ? line : random.Next(1 + random.Next(labels));
            text.Append("__label__").Append(label).Append(' ');
            if (random.Next(8) == 0) text.Append("__label__").Append(random.Next(labels)).Append(' ');
            AppendWords(text, random, label % 40).Append('\n');
        }
        return text.ToString();
    }

    private static StringBuilder AppendWords(StringBuilder text, Random random, int topic)
    {
        for (var word = random.Next(3, 12); word > 0; word--)
        {
            var common = random.Next(4) == 0;
            text.Append(Words[common ? random.Next(Words.Length) : (topic * 10) + random.Next(10)]).Append(word == 1 ? "" : " ");
        }
        return text;
    }

    private static IEnumerable<string> Pairs(string[] syllables) =>
        from first in syllables
        from second in syllables
        select first + second + (first == second ? first : "");
}
