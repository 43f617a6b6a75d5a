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
        Current = TokenReading.TakeToken(ref _rest, Separators);
        return !Current.IsEmpty;
    }
}
