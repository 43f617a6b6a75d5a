using System.Text;
using CsCheck;

namespace Similarity.Tests;

/// <summary>Random texts of the kinds that a tokenizer can get wrong.</summary>
internal static class Texts
{
    private static readonly string[] Fragments =
    [
        "a", "Z", "word", "Reuters", "internationally", "2024", " ", "  ", ", ", "-", "_", "\n\n", "don't", "don’t",
        "“quoted”", " – ", "—", "…", "\u00A0", "\u00AD", "\u200B", "\u200D", "\uFEFF", "\u202E", "«", "»", "£", "ª", "½",
        "x²", "é", "e\u0301", "Ünï", "ß", "İstanbul", "ſ", "K", "ﬁ", "ＦＵＬＬ", "Ⅳ", "™", "ʼ", "ΣΟΦΟΣ", "ᾳ", "Привет", "Ё",
        "й", "и\u0306", "שָׁלוֹם", "־", "قَالَ", "مـــد", "ﷺ", "ﻻ", "हिन्दी", "क़", "தமிழ்", "ภาษาไทย", "ກຳ", "ភាសា", "မြန်မာ", "བོད་",
        "中文", "日本語", "ガ", "か\u3099", "ｶﾞ", "々", "ー", "ㄅ", "한국어", "한", "ㅎ", "👍🏽", "👨‍👩‍👧", "1️⃣", "🇫🇷", "𝐁𝐨𝐥𝐝",
        "𠀋", "\U000E0100", "\U0010FFFF", "\uFFFD", "\0", "\u007F", "\u0301", "\u0E31", "\u3099",
    ];

    private static readonly byte[][] IllFormed =
    [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE2], [0xE2, 0x80],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F],
        [0xF0, 0x9F, 0x91], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xC2, 0xC2], [0xE2, 0xE2, 0x80],
    ];

    private static readonly Gen<byte[]> Fragment =
        Gen.Int[0, Fragments.Length - 1].Select(i => Encoding.UTF8.GetBytes(Fragments[i]));

    /// <summary>Words, signs and marks of many scripts, one after the other.</summary>
    public static Gen<byte[]> Mixed { get; } = Join(Fragment, 60);

    /// <summary>The same with ill-formed sequences and cut-off code points between.</summary>
    public static Gen<byte[]> Damaged { get; } = Join(
        Gen.Frequency(
            (4, Fragment),
            (2, Gen.Int[0, IllFormed.Length - 1].Select(i => IllFormed[i])),
            (1, Gen.Select(Fragment, Gen.Int[0, 3])
                .Select((bytes, cut) => bytes[..Math.Max(0, bytes.Length - cut)]))),
        60);

    /// <summary>Any bytes.</summary>
    public static Gen<byte[]> Bytes { get; } = Gen.Byte.Array[0, 300];

    /// <summary>ASCII in which words of every length up to a few blocks occur.</summary>
    public static Gen<byte[]> Ascii { get; } = Join(
        Gen.Frequency(
            (6, Gen.Char["abcXYZ019"].Array[1, 12].Select(word => Encoding.ASCII.GetBytes(word))),
            (5, Gen.Char[" .,'-_@[`{/:"].Array[1, 3].Select(signs => Encoding.ASCII.GetBytes(signs))),
            (1, Gen.Char["abcXYZ019"].Array[60, 600].Select(word => Encoding.ASCII.GetBytes(word)))),
        40);

    /// <summary>Any scalar values, those of the scripts more often than those of the empty planes.</summary>
    public static Gen<byte[]> ScalarValues { get; } = Join(
        Gen.Frequency((5, Gen.Int[0, 0xFFFF]), (2, Gen.Int[0x10000, 0x3FFFF]), (1, Gen.Int[0xE0000, 0x10FFFF]), (4, Gen.Int[0x20, 0x7F]))
            .Where(Rune.IsValid)
            .Select(value => Encoding.UTF8.GetBytes(new Rune(value).ToString())),
        80);

    private static Gen<byte[]> Join(Gen<byte[]> parts, int count) =>
        parts.Array[0, count].Select(all => all.SelectMany(part => part).ToArray());
}
