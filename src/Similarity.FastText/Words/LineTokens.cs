using System.Buffers;

namespace Similarity.FastText;

/// <summary>
/// The tokens of one line, as the original reads them for training and for supervised models: stretches between spaces,
/// tabs, returns, vertical tabs, form feeds and NULs. The newline is a token of its own, <c>&lt;/s&gt;</c>; with it, or with
/// a word spelt like it, the line ends, and what follows is not read.
/// </summary>
/// <param name="line">The text.</param>
/// <param name="endsLine">Whether the line ends with <c>&lt;/s&gt;</c> even where the text has no newline.</param>
/// <remarks>Only those ASCII characters separate: a no-break space or an ideographic space is part of a word.</remarks>
internal ref struct LineTokens(ReadOnlySpan<byte> line, bool endsLine)
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \t\r\v\f\0\n"u8);

    private ReadOnlySpan<byte> _rest = line;

    /// <summary>The token that ends a line.</summary>
    public static ReadOnlySpan<byte> EndOfLine => "</s>"u8;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly LineTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        if (Current.SequenceEqual(EndOfLine)) return false;
        Current = TokenReading.TakeToken(ref _rest, Separators);
        if (!Current.IsEmpty) return true;
        if (_rest.IsEmpty)
        {
            if (endsLine) Current = EndOfLine;
            return endsLine;
        }
        Current = EndOfLine;
        return true;
    }
}
