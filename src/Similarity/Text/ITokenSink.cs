namespace Similarity;

/// <summary>Takes the tokens of a text one after the other.</summary>
internal interface ITokenSink
{
    /// <summary>One token.</summary>
    /// <param name="folded">Its folded bytes, valid during the call.</param>
    /// <param name="start">Where it starts in the text, in bytes.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    void Add(ReadOnlySpan<byte> folded, int start, int end);
}
