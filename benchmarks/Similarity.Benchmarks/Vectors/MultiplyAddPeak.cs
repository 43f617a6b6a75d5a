using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity.Benchmarks;

/// <summary>As many multiply-adds as the processor can do: twelve independent sums in registers, and nothing else.</summary>
internal static class MultiplyAddPeak
{
    private const int Sums = 12;

    public static int FloatsAStep => Sums * (Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count);

    public static float Run(long steps) =>
        Vector512.IsHardwareAccelerated ? Run<FloatLanes512, Vector512<float>>(steps) : Run<FloatLanes256, Vector256<float>>(steps);

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
