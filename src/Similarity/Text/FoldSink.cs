namespace Similarity;

/// <summary>Writes the folded bytes of each token, one space between two tokens.</summary>
internal ref struct FoldSink(Span<byte> destination) : ITokenSink
{
    private readonly Span<byte> _destination = destination;

    /// <summary>How many bytes the tokens take, written or not.</summary>
    public int Length { get; private set; }

    public void Add(ReadOnlySpan<byte> folded, int start, int end)
    {
        var gap = Length == 0 ? 0 : 1;
        if (Length + gap + folded.Length <= _destination.Length)
        {
            if (gap == 1) _destination[Length] = (byte)' ';
            folded.CopyTo(_destination[(Length + gap)..]);
        }
        Length += gap + folded.Length;
    }
}
