using CsCheck;

namespace Similarity.Tests;

/// <summary>The vectorised forms give what the specification gives, and read nothing else.</summary>
public class TokenizerFormsTests
{
    private const int Iterations = 20_000;

    public static TheoryData<string> Forms => [.. TokenList.Vectorised.Keys];

    [Theory, MemberData(nameof(Forms))]
    public void Mixed_scripts_agree(string form) => Agree(form, Texts.Mixed);

    [Theory, MemberData(nameof(Forms))]
    public void Ill_formed_text_agrees(string form) => Agree(form, Texts.Damaged);

    [Theory, MemberData(nameof(Forms))]
    public void Arbitrary_bytes_agree(string form) => Agree(form, Texts.Bytes);

    [Theory, MemberData(nameof(Forms))]
    public void Ascii_agrees(string form) => Agree(form, Texts.Ascii);

    [Theory, MemberData(nameof(Forms))]
    public void Arbitrary_scalar_values_agree(string form) => Agree(form, Texts.ScalarValues);

    [Theory, MemberData(nameof(Forms))]
    public void Every_length_agrees(string form)
    {
        var patterns = new[] { "a", "ab ", "Word-7 ", "a’", "é", "x中", "— ", "\u00AD" };
        foreach (var pattern in patterns.Select(System.Text.Encoding.UTF8.GetBytes))
        {
            for (var length = 0; length <= 300; length++)
            {
                var text = Enumerable.Range(0, length).Select(i => pattern[i % pattern.Length]).ToArray();
                Assert.Equal(TokenList.Scalar(text), TokenList.Vectorised[form](text));
            }
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_sign_at_every_place_around_a_block_edge_agrees(string form)
    {
        foreach (var sign in new[] { "’", "\u00A0", "é", "\u00AD", "中", "😀", "\u200B" })
        {
            for (var before = 0; before <= 130; before++)
            {
                var text = System.Text.Encoding.UTF8.GetBytes(new string('a', before) + sign + " ’ " + new string('b', 70));
                Assert.Equal(TokenList.Scalar(text), TokenList.Vectorised[form](text));
            }
        }
    }

    [Fact]
    public void Every_scalar_value_agrees_between_ascii_letters()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            if (!System.Text.Rune.IsValid(value)) continue;
            var text = System.Text.Encoding.UTF8.GetBytes($"ab{new System.Text.Rune(value)}c d");
            var expected = TokenList.Scalar(text);
            if (!expected.SequenceEqual(TokenList.Default(text))) Assert.Fail($"U+{value:X4}");
        }
    }

    [Fact]
    public void Nothing_outside_the_text_is_read()
    {
        using var memory = new GuardedMemory(64 * 1024);
        var tokens = new TokenBuffer();
        Gen.OneOf(Texts.Mixed, Texts.Damaged, Texts.Bytes, Texts.Ascii).Sample(
            text =>
            {
                var place = memory.Place(text);
                tokens.Clear();
                BlockTokenizer.Run<Block512>(place, tokens);
                BlockTokenizer.Run<Block256>(place, tokens);
                BlockTokenizer.Run<Block128>(place, tokens);
            },
            iter: Iterations,
            threads: 1);
    }

    private static void Agree(string form, Gen<byte[]> texts) =>
        texts.Sample(text => TokenList.Scalar(text).SequenceEqual(TokenList.Vectorised[form](text)), iter: Iterations);
}
