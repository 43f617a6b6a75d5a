namespace Similarity;

/// <summary>One look at 64 bytes of text, for one width of vector.</summary>
internal interface IBlock
{
    /// <summary>How many bytes a block has: one for each bit of a mask.</summary>
    const int Size = 64;

    /// <summary>Which of the 64 bytes are ASCII letters or digits, and which are not ASCII; the first one lowest.</summary>
    static abstract ulong Words(ref byte block, out ulong nonAscii);
}
