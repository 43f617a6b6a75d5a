using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// As many multiply-adds as the processor can do: twelve independent sums in registers, and nothing else. The limit that
/// the kernels of this folder are measured against.
/// </summary>
internal static class MultiplyAddPeak
{
    private const int Sums = 12;

    /// <summary>Multiply-adds a step.</summary>
    public static int FloatsAStep => Sums * Lanes;

    private static int Lanes =>
        Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256.IsHardwareAccelerated ? Vector256<float>.Count : Vector128<float>.Count;

    /// <summary>Does so many steps; the result is of no interest, but keeps them from being left out.</summary>
    public static float Run(long steps)
    {
        if (Vector512.IsHardwareAccelerated) return Run<FloatLanes512, Vector512<float>>(steps);
        return Vector256.IsHardwareAccelerated ? Run<FloatLanes256, Vector256<float>>(steps) : Run<FloatLanes128, Vector128<float>>(steps);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run<TLanes, TVector>(long steps)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        var (x, y) = (TLanes.Create(1.0001f), TLanes.Create(1e-5f));
        TVector a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (long step = 0; step < steps; step++)
        {
            a = TLanes.MultiplyAdd(x, y, a);
            b = TLanes.MultiplyAdd(x, y, b);
            c = TLanes.MultiplyAdd(x, y, c);
            d = TLanes.MultiplyAdd(x, y, d);
            e = TLanes.MultiplyAdd(x, y, e);
            f = TLanes.MultiplyAdd(x, y, f);
            g = TLanes.MultiplyAdd(x, y, g);
            h = TLanes.MultiplyAdd(x, y, h);
            i = TLanes.MultiplyAdd(x, y, i);
            j = TLanes.MultiplyAdd(x, y, j);
            k = TLanes.MultiplyAdd(x, y, k);
            l = TLanes.MultiplyAdd(x, y, l);
        }
        return TLanes.Sum(TLanes.Add(TLanes.Add(TLanes.Add(a, b), TLanes.Add(c, d)), TLanes.Add(TLanes.Add(e, f), TLanes.Add(g, h))))
            + TLanes.Sum(TLanes.Add(TLanes.Add(i, j), TLanes.Add(k, l)));
    }
}
