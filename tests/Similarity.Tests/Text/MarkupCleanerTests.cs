using System.Text;
using CsCheck;

namespace Similarity.Tests;

public sealed class MarkupCleanerTests
{
    [Theory]
    [InlineData("No markup at all.", "No markup at all.")]
    [InlineData("<p>One.</p><p>Two<br/>three</p>", "\nOne.\n\nTwo\nthree\n")]
    [InlineData("<span class=\"drop\">T</span>he <b>bold</b> <A HREF='x'>link</A>", "The bold link")]
    [InlineData("a<script>if (x < 3) alert('<p>');</script>b", "a\nb")]
    [InlineData("a<STYLE type=x>p { }</style >b", "a\nb")]
    [InlineData("a<!-- <p>hidden</p> -->b", "ab")]
    [InlineData("&ldquo;Caf&eacute;&rdquo; &amp; bar &#8211; &#x2019;", "“Café” & bar – ’")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("x < 3 and y > 4, i <3 u", "x < 3 and y > 4, i <3 u")]
    [InlineData("AT&T; P&L, R&D &unknown; &; &#xZZ; &#99999999999;", "AT&T; P&L, R&D &unknown; &; &#xZZ; &#99999999999;")]
    [InlineData("<john@example.com> <http://x.example> <unknown>", "<john@example.com> <http://x.example> <unknown>")]
    [InlineData("unclosed <p class='x", "unclosed <p class='x")]
    [InlineData("unclosed <script>and the rest", "unclosed \nand the rest")]
    [InlineData("unclosed <!-- comment", "unclosed <!-- comment")]
    [InlineData("ends in <", "ends in <")]
    [InlineData("ends in &", "ends in &")]
    public void Only_markup_is_taken_out(string text, string expected) => Assert.Equal(expected, Clean(text));

    [Fact]
    public void Texts_that_were_escaped_differently_have_the_same_words()
    {
        var plain = Encoding.UTF8.GetBytes("“Don’t,” said Mrs Öztürk & left – at 5 < 6.");
        var escaped = Encoding.UTF8.GetBytes("<p>&#8220;Don&rsquo;t,&#8221; said <i>Mrs &Ouml;zt&uuml;rk</i> &amp; left &ndash; at 5 &lt; 6.</p>");
        Assert.Equal(Words(plain), Words(escaped));
    }

    [Fact]
    public void Any_text_is_cleaned_without_harm()
    {
        var pieces = Pieces("<p>", "<", "&", ";", "&amp;", "</script>", "<script>", "<!--", "-->", "word ", "é", "&#65;", "<b", "\"", ">", "&#x1F600;", "&nbsp;");
        pieces.Array[0, 40].Sample(parts =>
        {
            var text = string.Concat(parts);
            var cleaned = Clean(text);
            Assert.True(Encoding.UTF8.GetByteCount(cleaned) <= Encoding.UTF8.GetByteCount(text));
            if (!text.AsSpan().ContainsAny('<', '&')) Assert.Equal(text, cleaned);
        });
    }

    [Theory]
    [InlineData("<p ")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("&#")]
    [InlineData("</")]
    [InlineData("<script></")]
    public void Hostile_repetition_costs_little(string piece)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));
        Assert.True(new MarkupCleaner().Clean(text).Length <= text.Length);
    }

    private static Gen<string> Pieces(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    private static string Clean(string text) => Encoding.UTF8.GetString(new MarkupCleaner().Clean(Encoding.UTF8.GetBytes(text)));

    private static ulong[] Words(byte[] text)
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize(new MarkupCleaner().Clean(text), tokens);
        return tokens.Hashes.ToArray();
    }
}
