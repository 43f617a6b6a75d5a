using System.Runtime.CompilerServices;

namespace Similarity.FastText;

/// <summary>
/// The 32-bit hash that fastText's models are built on: FNV-1a, but with each byte widened as a signed one, so that bytes
/// from 0x80 on change the upper bits too. Which row an n-gram has follows from it.
/// </summary>
internal static class Fnv1a
{
    /// <summary>The hash of no bytes.</summary>
    public const uint Basis = 2166136261;

    private const uint Prime = 16777619;

    /// <summary>The hash of what <paramref name="hash"/> stands for and one more byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, byte next) => (hash ^ (uint)(sbyte)next) * Prime;

    /// <summary>The hash of <paramref name="bytes"/>.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var hash = Basis;
        foreach (var next in bytes) hash = Add(hash, next);
        return hash;
    }
}
