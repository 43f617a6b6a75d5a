using System.Buffers;
using System.Text;

namespace Similarity;

/// <summary>The specification of <see cref="Tokenizer"/> in code, one code point after the other.</summary>
internal static class ScalarTokenizer
{
    /// <summary>Gives every token of <paramref name="utf8"/> to <paramref name="sink"/>, which it returns.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="folded">At least <see cref="OpenToken{TSink}.BufferBytes"/> to work in.</param>
    /// <param name="sink">Where the tokens go.</param>
    public static TSink Run<TSink>(ReadOnlySpan<byte> utf8, Span<byte> folded, TSink sink)
        where TSink : struct, ITokenSink, allows ref struct
    {
        Span<byte> scratch = stackalloc byte[CodePointTable.MaxFoldBytes];
        var token = new OpenToken<TSink>(folded, sink);
        for (int start = 0, end; start < utf8.Length; start = end)
        {
            var status = Rune.DecodeFromUtf8(utf8[start..], out var rune, out var size);
            end = start + size;
            if (status != OperationStatus.Done)
            {
                token.Close();
                continue;
            }
            var fold = CodePointTable.Fold(rune.Value, scratch);
            if (fold.IsEmpty) token.AddDropped(end);
            else token.AddFold(fold, start, end);
        }
        token.Close();
        return token.Sink;
    }
}
