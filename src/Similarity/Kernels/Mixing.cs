using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>Bit mixing that other hashes are finished with.</summary>
internal static class Mixing
{
    /// <summary>
    /// A bijection of 64-bit values in which each input bit flips each output bit with probability close to one half
    /// (Stafford's variant 13 of the MurmurHash3 finaliser, as in SplitMix64).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Avalanche(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
