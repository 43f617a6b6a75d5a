using System.Runtime.CompilerServices;

namespace Similarity.Formats;

/// <summary>
/// Reads a text file as one article: its first line is the title where a blank line follows it, the rest the body.
/// The <paramref name="name"/> of the file becomes the article's identifier.
/// </summary>
internal sealed class PlainTextReader(ReadOptions options, string name) : IRecordReader
{
    public async IAsyncEnumerable<RecordBlock> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (bytes, fault) = await WholeContent.ReadAsync(content, options, cancellation);
        var block = new RecordBlock(options.BlockBytes) { InputPosition = InputContent.StoredPositionOf(content) };
        if (fault is not null) block.Faults.Add(fault.Value);
        else Write(bytes.Span, block);
        yield return block;
    }

    private void Write(ReadOnlySpan<byte> bytes, RecordBlock block)
    {
        var (text, replaced) = LenientText.Decode(bytes);
        if (replaced > 0)
        {
            block.Faults.Add(new RecordFault(0, null, $"{replaced} byte sequences are not valid UTF-8 and were replaced.", RejectOutcome.Noted));
        }
        var (title, body) = Divide(text);
        using var writer = new RecordWriter(options);
        writer.Begin();
        writer.Json.WriteString("id"u8, name);
        writer.WriteIfAny("title"u8, title);
        writer.Json.WriteString("body"u8, body);
        writer.Complete(block, line: 1);
    }

    private static (string? Title, string Body) Divide(string text)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        var lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        if (lineEnd < 0) return (null, text);
        var rest = text.AsSpan(lineEnd + 1);
        var nextLine = rest[..(rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)];
        return nextLine.IsWhiteSpace() ? (text[..lineEnd].Trim(), rest.Trim().ToString()) : (null, text);
    }
}
