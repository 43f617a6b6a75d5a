namespace Similarity;

/// <summary>What a term is known by in memory and in files: the upper half of the <see cref="WordHash"/> of its stem.</summary>
internal static class TermHash
{
    public static uint Of(ReadOnlySpan<byte> stem) => (uint)(WordHash.Compute(stem) >> 32);
}
