namespace Similarity;

/// <summary>Keeps the hash of each token.</summary>
internal readonly struct HashSink(TokenBuffer tokens) : ITokenSink
{
    public void Add(ReadOnlySpan<byte> folded, int start, int end) => tokens.Add(WordHash.Compute(folded), start, end);
}
