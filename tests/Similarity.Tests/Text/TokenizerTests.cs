using System.Text;
using CsCheck;

namespace Similarity.Tests;

public class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("The quick, brown FOX.", "the quick brown fox")]
    [InlineData("don't don’t donʼt don＇t", "don t don t don t don t")]
    [InlineData("well-known snake_case 3.5%", "well known snake case 3 5")]
    [InlineData("co\u00ADoperate zero\u200Bwidth", "cooperate zerowidth")]
    [InlineData("ab中文cd", "ab 中 文 cd")]
    [InlineData("a\0b", "a b")]
    public void Text_becomes_folded_words(string text, string expected) => Assert.Equal(expected, TokenList.Fold(text));

    [Fact]
    public void Ill_formed_bytes_separate_words()
    {
        Assert.Equal("a b", TokenList.Fold([(byte)'a', 0xE2, 0x80, (byte)'b']));
        Assert.Equal("a b", TokenList.Fold([(byte)'a', 0xC0, 0xAF, (byte)'b']));
        Assert.Equal("a b", TokenList.Fold([(byte)'a', 0xED, 0xA0, 0x80, (byte)'b']));
        Assert.Equal("a b", TokenList.Fold([(byte)'a', 0xFF, (byte)'b']));
    }

    [Fact]
    public void The_hash_is_that_of_the_folded_bytes() =>
        Assert.Equal(
            new[] { WordHash.Compute("strasse"u8), WordHash.Compute("uber"u8), WordHash.Compute("internationalism"u8) },
            Hashes("Straße ÜBER Internationalism"));

    [Fact]
    public void A_long_run_is_cut_at_256_folded_bytes()
    {
        Assert.Equal([(0, 256), (256, 512), (512, 600)], Offsets(new string('A', 600)));
        Assert.Equal([(0, 256)], Offsets(new string('A', 256)));
        Assert.Equal([(0, 255), (255, 258)], Offsets(new string('a', 255) + "яb"));
    }

    [Fact]
    public void A_cut_falls_between_the_code_points_of_one_folding() =>
        Assert.Equal([(0, 257), (255, 258)], Offsets(new string('a', 255) + "ßb"));

    [Fact]
    public void Dropped_code_points_belong_to_the_token_before_them() =>
        Assert.Equal([(3, 6), (7, 13)], Offsets("\u200Be\u0301 o\u00ADp\u00AD!"));

    [Fact]
    public void A_text_ends_the_last_token_and_offsets_start_again()
    {
        var tokens = new TokenBuffer(withOffsets: true);
        Tokenizer.Tokenize("title one"u8, tokens);
        Tokenizer.Tokenize("body"u8, tokens);
        Assert.Equal(
            [WordHash.Compute("title"u8), WordHash.Compute("one"u8), WordHash.Compute("body"u8)], tokens.Hashes.ToArray());
        Assert.Equal([0, 6, 0], tokens.Starts.ToArray());
        Assert.Equal([5, 9, 4], tokens.Ends.ToArray());
        tokens.Clear();
        Assert.Equal(0, tokens.Count);
    }

    [Fact]
    public void Without_offsets_there_are_none()
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize("one two"u8, tokens);
        Assert.Equal(2, tokens.Count);
        Assert.True(tokens.Starts.IsEmpty && tokens.Ends.IsEmpty);
    }

    [Fact]
    public void Each_slice_gives_its_token_again() =>
        Gen.OneOf(Texts.Mixed, Texts.Damaged, Texts.Ascii).Sample(text =>
        {
            foreach (var token in TokenList.Default(text))
            {
                // A slice may hold more than its token: where a code point folds to several.
                var again = TokenList.Default(text[token.Start..token.End]);
                if (again.All(other => other.Hash != token.Hash)) return false;
            }
            return true;
        });

    [Fact]
    public void The_folded_bytes_of_a_slice_are_those_that_were_hashed() =>
        Gen.OneOf(Texts.Mixed, Texts.Damaged, Texts.Ascii, Texts.ScalarValues).Sample(text =>
        {
            foreach (var token in TokenList.Default(text))
            {
                var folded = TokenList.Fold(text.AsSpan(token.Start..token.End)).Split(' ');
                if (folded.All(word => WordHash.Compute(Encoding.UTF8.GetBytes(word)) != token.Hash)) return false;
            }
            return true;
        });

    [Fact]
    public void Tokens_come_in_the_order_of_the_text() =>
        Gen.OneOf(Texts.Mixed, Texts.Damaged).Sample(text =>
        {
            var tokens = TokenList.Default(text);
            return tokens.All(token => token.Start < token.End)
                && tokens.Zip(tokens.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start && pair.First.End <= pair.Second.End);
        });

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Texts.ScalarValues.Sample(text => string.Equals(TokenList.Fold(text), TokenList.Fold(TokenList.Fold(text)), StringComparison.Ordinal));

    [Fact]
    public void A_destination_that_is_too_short_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Tokenizer.Fold("Similarity"u8, new byte[5]));
        Assert.Contains("takes 10 bytes and there is room for 5", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, Tokenizer.Fold("Words"u8, new byte[5]));
    }

    [Fact]
    public void A_warm_buffer_allocates_nothing()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Plain words, “quotes” and élan 中文. ", 200)));
        var tokens = new TokenBuffer(withOffsets: true);
        Tokenizer.Tokenize(text, tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();
        tokens.Clear();
        Tokenizer.Tokenize(text, tokens);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static ulong[] Hashes(string text) => TokenList.Default(Encoding.UTF8.GetBytes(text)).Select(token => token.Hash).ToArray();

    private static (int Start, int End)[] Offsets(string text) =>
        TokenList.Default(Encoding.UTF8.GetBytes(text)).Select(token => (token.Start, token.End)).ToArray();
}
