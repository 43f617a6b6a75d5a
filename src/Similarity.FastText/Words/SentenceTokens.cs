using System.Buffers;

namespace Similarity.FastText;

/// <summary>
/// The words of one line, as the original reads them for the sentence vectors of unsupervised models: stretches between
/// ASCII white space, up to the newline, which is no word. Unlike in <see cref="LineTokens"/> a NUL is part of a word, and
/// <c>&lt;/s&gt;</c> is a word like others.
/// </summary>
internal ref struct SentenceTokens(ReadOnlySpan<byte> line)
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \t\r\v\f\n"u8);

    private ReadOnlySpan<byte> _rest = line;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly SentenceTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = 0;
        while (start < _rest.Length && _rest[start] != '\n' && Separators.Contains(_rest[start])) start++;
        if (start == _rest.Length || _rest[start] == '\n') return false;
        var length = _rest[start..].IndexOfAny(Separators);
        if (length < 0) length = _rest.Length - start;
        Current = _rest.Slice(start, length);
        _rest = _rest[(start + length)..];
        return true;
    }
}
