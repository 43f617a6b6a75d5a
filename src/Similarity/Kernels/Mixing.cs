using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Bit mixing that other hashes are finished with.</summary>
internal static class Mixing
{
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;

    /// <summary>
    /// A bijection of 64-bit values in which each input bit flips each output bit with probability close to one half
    /// (Stafford's variant 13 of the MurmurHash3 finaliser, as in SplitMix64).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Avalanche(ulong value)
    {
        value = (value ^ (value >> 30)) * First;
        value = (value ^ (value >> 27)) * Second;
        return value ^ (value >> 31);
    }

    /// <summary>The same of each value of a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Avalanche<TLanes, TVector>(TVector values)
        where TLanes : struct, IHashLanes<TVector>
        where TVector : struct
    {
        values = TLanes.Multiply(TLanes.XorShift(values, 30), TLanes.Create(First));
        values = TLanes.Multiply(TLanes.XorShift(values, 27), TLanes.Create(Second));
        return TLanes.XorShift(values, 31);
    }

    /// <summary>Writes the avalanche of each of <paramref name="values"/> plus <paramref name="offset"/> to <paramref name="target"/>, which is as long.</summary>
    public static void Avalanche(ReadOnlySpan<ulong> values, ulong offset, Span<ulong> target)
    {
        var done = 0;
        if (Vector512.IsHardwareAccelerated) done = Avalanche<HashLanes512, Vector512<ulong>>(values, offset, target);
        else if (Vector256.IsHardwareAccelerated) done = Avalanche<HashLanes256, Vector256<ulong>>(values, offset, target);
        for (; done < values.Length; done++) target[done] = Avalanche(values[done] + offset);
    }

    /// <summary>The same for whole vectors; returns how many values they held.</summary>
    internal static int Avalanche<TLanes, TVector>(ReadOnlySpan<ulong> values, ulong offset, Span<ulong> target)
        where TLanes : struct, IHashLanes<TVector>
        where TVector : struct
    {
        target = target[..values.Length];
        ref var source = ref MemoryMarshal.GetReference(values);
        ref var result = ref MemoryMarshal.GetReference(target);
        var offsets = TLanes.Create(offset);
        var done = 0;
        for (; done <= values.Length - TLanes.Count; done += TLanes.Count)
        {
            TLanes.Store(Avalanche<TLanes, TVector>(TLanes.Add(TLanes.Load(ref Unsafe.Add(ref source, done)), offsets)), ref Unsafe.Add(ref result, done));
        }
        return done;
    }
}
