using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// The products of six rows with a panel of two vectors of columns: what a comparison of all with all is made of.
/// <code>
/// for each dimension: load the panel's two vectors; for each row: multiply its value into the row's two sums
/// </code>
/// Twelve sums stay in registers from the first dimension to the last, on processors of 16 registers too; each load of a
/// vector serves six multiplications. Every product is one chain of additions in the order of the dimensions, whatever
/// the width.
/// </summary>
internal static class TileKernel
{
    /// <summary>Rows a tile.</summary>
    public const int Rows = 6;

    /// <summary>Vectors of columns a tile.</summary>
    public const int ColumnVectors = 2;

    /// <summary>
    /// Computes a tile. Where a product reaches <paramref name="limit"/>, all are written to <paramref name="tile"/>, row by
    /// row, and the result is true.
    /// </summary>
    /// <param name="rows">The six rows; the same one may stand for several.</param>
    /// <param name="panel">For each dimension the values of the columns, one behind the other.</param>
    /// <param name="dimension">Floats a row.</param>
    /// <param name="limit">What a product must reach to be of interest.</param>
    /// <param name="tile">Room for all products.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Multiply<TLanes, TVector>(in TileRows rows, ref float panel, int dimension, float limit, ref float tile)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        ref var r0 = ref rows.Row0;
        ref var r1 = ref rows.Row1;
        ref var r2 = ref rows.Row2;
        ref var r3 = ref rows.Row3;
        ref var r4 = ref rows.Row4;
        ref var r5 = ref rows.Row5;
        TVector a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default;
        TVector d0 = default, d1 = default, e0 = default, e1 = default, f0 = default, f1 = default;
        for (nint k = 0; k < dimension; k++)
        {
            var left = TLanes.Load(ref panel);
            var right = TLanes.Load(ref Unsafe.Add(ref panel, TLanes.Count));
            panel = ref Unsafe.Add(ref panel, TLanes.Count * ColumnVectors);
            var value = TLanes.Create(Unsafe.Add(ref r0, k));
            a0 = TLanes.MultiplyAdd(value, left, a0);
            a1 = TLanes.MultiplyAdd(value, right, a1);
            value = TLanes.Create(Unsafe.Add(ref r1, k));
            b0 = TLanes.MultiplyAdd(value, left, b0);
            b1 = TLanes.MultiplyAdd(value, right, b1);
            value = TLanes.Create(Unsafe.Add(ref r2, k));
            c0 = TLanes.MultiplyAdd(value, left, c0);
            c1 = TLanes.MultiplyAdd(value, right, c1);
            value = TLanes.Create(Unsafe.Add(ref r3, k));
            d0 = TLanes.MultiplyAdd(value, left, d0);
            d1 = TLanes.MultiplyAdd(value, right, d1);
            value = TLanes.Create(Unsafe.Add(ref r4, k));
            e0 = TLanes.MultiplyAdd(value, left, e0);
            e1 = TLanes.MultiplyAdd(value, right, e1);
            value = TLanes.Create(Unsafe.Add(ref r5, k));
            f0 = TLanes.MultiplyAdd(value, left, f0);
            f1 = TLanes.MultiplyAdd(value, right, f1);
        }
        var largest = TLanes.Max(
            TLanes.Max(TLanes.Max(TLanes.Max(a0, a1), TLanes.Max(b0, b1)), TLanes.Max(c0, c1)),
            TLanes.Max(TLanes.Max(TLanes.Max(d0, d1), TLanes.Max(e0, e1)), TLanes.Max(f0, f1)));
        if (TLanes.AtLeast(largest, TLanes.Create(limit)) == 0) return false;
        Store<TLanes, TVector>(a0, a1, 0, ref tile);
        Store<TLanes, TVector>(b0, b1, 1, ref tile);
        Store<TLanes, TVector>(c0, c1, 2, ref tile);
        Store<TLanes, TVector>(d0, d1, 3, ref tile);
        Store<TLanes, TVector>(e0, e1, 4, ref tile);
        Store<TLanes, TVector>(f0, f1, 5, ref tile);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TLanes, TVector>(TVector left, TVector right, int row, ref float tile)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
    {
        ref var target = ref Unsafe.Add(ref tile, row * TLanes.Count * ColumnVectors);
        TLanes.Store(left, ref target);
        TLanes.Store(right, ref Unsafe.Add(ref target, TLanes.Count));
    }
}
