using System.Globalization;
using System.Text;

namespace Similarity.Tests;

/// <summary>Facts about the folding table that hold whatever made it.</summary>
public class FoldingTableTests
{
    [Theory]
    [InlineData("Ｆｕｌｌ－ｗｉｄｔｈ１２", "full width12")]
    [InlineData("ﬁﬂﬃ ﬅ Ĳssel Œuvre Æon ǆ", "fiflffi st ijssel œuvre æon dz")]
    [InlineData("Straße STRASSE STRAẞE ﬆ", "strasse strasse strasse st")]
    [InlineData("İstanbul ISPARTA ısı", "istanbul isparta ısı")]
    [InlineData("ΣΟΦΟΣ σοφος σοφός", "σοφοσ σοφοσ σοφοσ")]
    [InlineData("ᾳ α\u0345 ΑΙ ᾼ", "αι αι αι αι")]
    [InlineData("Ёлка елка МОЙ мои", "елка елка мои мои")]
    [InlineData("Việt Nam ĐÀ NẴNG", "viet nam đa nang")]
    [InlineData("Ångström K Å ſ µ μ", "angstrom k a s μ μ")]
    [InlineData("Ⅳ ⅻ x² H₂O № ™ ℡", "iv xii x2 h2o no tm tel")]
    [InlineData("½ 3½ ① ㎏", "1 2 31 2 1 kg")]
    [InlineData("ﬀ ŉ ŀl", "ff n l l")]
    [InlineData("a´b a¨b", "a b a b")]
    public void Latin_Greek_and_Cyrillic_fold(string text, string expected) => Assert.Equal(expected, TokenList.Fold(text));

    [Theory]
    [InlineData("قَالَ الرَّئِيسُ", "قال الرييس")]
    [InlineData("مـــديـنة", "مدينة")]
    [InlineData("أإآٱا", "اااٱا")]
    [InlineData("ﻻ ﷲ ﷺ", "لا الله صلى الله عليه وسلم")]
    [InlineData("٢٠٢٤", "٢٠٢٤")]
    [InlineData("שָׁלוֹם עוֹלָם", "שלום עולם")]
    [InlineData("תל־אביב צה״ל", "תל אביב צה ל")]
    public void Arabic_and_Hebrew_fold(string text, string expected) => Assert.Equal(expected, TokenList.Fold(text));

    [Theory]
    [InlineData("中文字", "中 文 字")]
    [InlineData("⼀⾳", "一 音")]
    [InlineData("〇二年", "〇 二 年")]
    [InlineData("東京タワー", "東 京 タ ワ ー")]
    [InlineData("ｶﾞｷﾞ", "カ\u3099 キ\u3099")]
    [InlineData("人々", "人 々")]
    [InlineData("ㄅㄆ", "ㄅ ㄆ")]
    [InlineData("ไทยที่", "ไ ท ย ท\u0E35\u0E48")]
    [InlineData("นำ", "น\u0E4D า")]
    [InlineData("๒๕๖๗", "๒๕๖๗")]
    [InlineData("ភាសា", "ភ\u17B6 ស\u17B6")]
    [InlineData("မြန်", "မ\u103C န\u103A")]
    [InlineData("\u0E31a", "\u0E31 a")]
    [InlineData("a\u3099\u3099b", "a \u3099\u3099 b")]
    public void Scripts_without_spaces_give_a_token_a_letter(string text, string expected) =>
        Assert.Equal(expected, TokenList.Fold(text));

    [Theory]
    [InlineData("हिन्दी भाषा")]
    [InlineData("বাংলা ভাষা")]
    [InlineData("தமிழ் நாடு")]
    [InlineData("తెలుగు")]
    public void Vowel_signs_of_India_stay_in_the_word(string text) =>
        Assert.Equal(text, TokenList.Fold(text));

    [Theory]
    [InlineData("é", "e\u0301")]
    [InlineData("Ấ", "A\u0302\u0301")]
    [InlineData("ΐ", "ι\u0308\u0301")]
    [InlineData("ᾄ", "α\u0313\u0301\u0345")]
    [InlineData("Й", "И\u0306")]
    [InlineData("ї", "і\u0308")]
    [InlineData("한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("가", "\u1100\u1161")]
    [InlineData("힣", "\u1112\u1175\u11C2")]
    [InlineData("が", "か\u3099")]
    [InlineData("パ", "ハ\u309A")]
    [InlineData("क़", "क\u093C")]
    [InlineData("ऩ", "न\u093C")]
    [InlineData("ো", "ে\u09BE")]
    [InlineData("آ", "ا\u0653")]
    [InlineData("שׁ", "ש\u05C1")]
    public void Composed_and_decomposed_spellings_agree(string composed, string decomposed) =>
        Assert.Equal(TokenList.Fold(decomposed), TokenList.Fold(composed));

    [Theory]
    [InlineData("a👍b")]
    [InlineData("a👍🏽b")]
    [InlineData("a👨‍👩‍👧b")]
    [InlineData("a🇫🇷b")]
    [InlineData("a❤️b")]
    [InlineData("a\uE000b")]
    [InlineData("a\u0378b")]
    [InlineData("aʻb")]
    [InlineData("a—b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u3000b")]
    [InlineData("a。b")]
    public void Emoji_signs_and_unassigned_code_points_separate(string text) => Assert.Equal("a b", TokenList.Fold(text));

    [Theory]
    [InlineData(0x00AD), InlineData(0x034F), InlineData(0x061C), InlineData(0x180E), InlineData(0x200B), InlineData(0x200C)]
    [InlineData(0x200D), InlineData(0x200E), InlineData(0x202A), InlineData(0x2060), InlineData(0x2066), InlineData(0x3164)]
    [InlineData(0xFE0F), InlineData(0xFEFF), InlineData(0xE0020), InlineData(0xE0100), InlineData(0x0301), InlineData(0x1AB0)]
    [InlineData(0x1DC4), InlineData(0x20D7), InlineData(0xFE20), InlineData(0x05B8), InlineData(0x05C7), InlineData(0x064B)]
    [InlineData(0x0670), InlineData(0x0640)]
    public void A_left_out_code_point_does_not_break_a_word(int codePoint) =>
        Assert.Equal("ab", TokenList.Fold($"a{new Rune(codePoint)}b"));

    [Fact]
    public void Upper_and_lower_case_fold_alike()
    {
        const int dotlessI = 0x131; // Not the lower case of I outside Turkish.
        foreach (var rune in Runes())
        {
            foreach (var other in new[] { Rune.ToUpperInvariant(rune), Rune.ToLowerInvariant(rune) })
            {
                // The runtime may know letters that are newer than the table.
                var bothKnown = CodePointTable.Kind(other.Value) != CodePointKind.Separator
                    && CodePointTable.Kind(rune.Value) != CodePointKind.Separator;
                if (other == rune || rune.Value == dotlessI || !bothKnown) continue;
                Assert.Equal(TokenList.Fold(other.ToString()), TokenList.Fold(rune.ToString()));
            }
        }
    }

    [Fact]
    public void Folded_code_points_fold_to_themselves()
    {
        var scratch = new byte[CodePointTable.MaxFoldBytes];
        var again = new byte[CodePointTable.MaxFoldBytes];
        foreach (var rune in Runes())
        {
            foreach (var folded in Encoding.UTF8.GetString(CodePointTable.Fold(rune.Value, scratch)).EnumerateRunes())
            {
                var twice = CodePointTable.Fold(folded.Value, again);
                Assert.Equal(folded.ToString(), Encoding.UTF8.GetString(twice));
                Assert.InRange(CodePointTable.Kind(folded.Value), CodePointKind.Separator, CodePointKind.UnspacedMark);
            }
        }
    }

    [Fact]
    public void Kinds_follow_the_general_category_of_the_runtime()
    {
        foreach (var rune in Runes())
        {
            if (CodePointTable.Kind(rune.Value) is not (var kind and (CodePointKind.Word or CodePointKind.Unspaced or CodePointKind.UnspacedMark)))
            {
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            Assert.True(
                category <= UnicodeCategory.OtherNumber,
                string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4} is {kind} and {category}"));
            if (kind == CodePointKind.UnspacedMark) Assert.InRange(category, UnicodeCategory.NonSpacingMark, UnicodeCategory.EnclosingMark);
        }
    }

    [Fact]
    public void The_Unicode_version_is_recorded() => Assert.Equal("15.1.0", FoldingData.UnicodeVersion);

    private static IEnumerable<Rune> Runes() =>
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value));
}
