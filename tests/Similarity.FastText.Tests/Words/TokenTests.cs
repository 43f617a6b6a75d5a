using System.Text;

namespace Similarity.FastText.Tests;

public sealed class TokenTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a b", "a|b")]
    [InlineData(" \t\v\f\r\0a\0b \n c", "a|b|</s>")]
    [InlineData("a\nb", "a|</s>")]
    [InlineData("\n\n", "</s>")]
    [InlineData("a </s> b", "a|</s>")]
    [InlineData("a </s>b", "a|</s>b")]
    [InlineData("a\u00A0b\u3000c\u0085d", "a\u00A0b\u3000c\u0085d")]
    public void A_line_ends_with_its_newline_or_a_word_spelt_like_it(string line, string expected)
    {
        var tokens = new List<string>();
        foreach (var token in new LineTokens(Encoding.UTF8.GetBytes(line), endsLine: false)) tokens.Add(Encoding.UTF8.GetString(token));
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("", "</s>")]
    [InlineData("a b ", "a|b|</s>")]
    [InlineData("a\n", "a|</s>")]
    [InlineData("a </s> b", "a|</s>")]
    public void A_line_can_be_told_to_end(string line, string expected)
    {
        var tokens = new List<string>();
        foreach (var token in new LineTokens(Encoding.UTF8.GetBytes(line), endsLine: true)) tokens.Add(Encoding.UTF8.GetString(token));
        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\v\f\ra\0b </s> c\n d", "a\0b|</s>|c")]
    [InlineData("\na", "")]
    public void The_words_of_a_sentence_keep_NULs_and_stop_at_the_newline(string line, string expected)
    {
        var tokens = new List<string>();
        foreach (var token in new SentenceTokens(Encoding.UTF8.GetBytes(line))) tokens.Add(Encoding.UTF8.GetString(token));
        Assert.Equal(expected, string.Join('|', tokens));
    }
}
