using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// The cosine of two vectors. <see cref="Dot"/>, in double precision, is what every search of this folder decides by,
/// whatever faster measure it looks with; <see cref="Similarity"/>, in single precision, is for a pair at a time.
/// </summary>
/// <remarks>
/// <para>
/// The products of floats are exact in double precision; <see cref="Dot"/> adds them up in eight lanes, the product of
/// element <c>i</c> in lane <c>i mod 8</c>, and the lanes in a fixed tree. <see cref="Similarity"/> multiplies and adds in
/// one rounding, in lanes of its own. So the bits of both are the same on every processor, whatever the width of its
/// vectors.
/// </para>
/// <para>Thread-safe. The error of <see cref="Dot"/> of unit vectors is below <c>n·2^-53</c>.</para>
/// </remarks>
public static class Cosine
{
    /// <summary>
    /// The cosine of the angle between <paramref name="a"/> and <paramref name="b"/>, −1 to 1, off by about <c>n·2^-24</c> at
    /// most; 0 where one of them is zero.
    /// </summary>
    /// <param name="a">Finite values of any length.</param>
    /// <param name="b">As many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Similarity(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        RequireSameLength(a, b);
        var sums = CosineSums.Of(a, b);
        // Squares that single precision cannot hold, or holds with few bits, are taken again in double.
        const float Least = 1e-30f;
        if (sums.SquaresOfA is >= Least and < float.PositiveInfinity && sums.SquaresOfB is >= Least and < float.PositiveInfinity)
        {
            return Math.Clamp(sums.Products / Math.Sqrt((double)sums.SquaresOfA * sums.SquaresOfB), -1, 1);
        }
        var norms = Math.Sqrt(Dot(a, a)) * Math.Sqrt(Dot(b, b));
        return norms > 0 ? Math.Clamp(Dot(a, b) / norms, -1, 1) : 0;
    }

    /// <summary>The dot product: of unit vectors, their cosine.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        RequireSameLength(a, b);
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        Vector512<double> products = default;
        var i = 0;
        for (; i <= a.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            products = Vector512.MultiplyAddEstimate(Widen(ref Unsafe.Add(ref x, i)), Widen(ref Unsafe.Add(ref y, i)), products);
        }
        if (i < a.Length) products += Rest(a[i..]) * Rest(b[i..]);
        return Sum(products);
    }

    /// <summary>
    /// How far the dot product of two unit vectors of <paramref name="dimension"/> floats is from their cosine at most when it
    /// is added up in single precision, in any order: γ = nu/(1−nu) with u = 2^-24 (Higham, Accuracy and Stability of
    /// Numerical Algorithms, 3.1), and some for the rounding of the vectors' own length.
    /// </summary>
    internal static float SinglePrecisionError(int dimension)
    {
        const double Unit = 1.0 / (1 << 24);
        var terms = (dimension + 4) * Unit;
        return (float)(terms / (1 - terms) * 1.01);
    }

    /// <summary>The specification of <see cref="Dot"/>.</summary>
    internal static double DotScalar(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < a.Length; i++) lanes[i % 8] += (double)a[i] * b[i];
        return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(ref float source)
    {
        var floats = Vector256.LoadUnsafe(ref source);
        if (System.Runtime.Intrinsics.X86.Avx512F.IsSupported) return System.Runtime.Intrinsics.X86.Avx512F.ConvertToVector512Double(floats);
        var (lower, upper) = Vector256.Widen(floats);
        return Vector512.Create(lower, upper);
    }

    /// <summary>Fewer than eight floats, and zeros.</summary>
    private static Vector512<double> Rest(ReadOnlySpan<float> rest)
    {
        Span<float> eight = stackalloc float[8];
        eight.Clear();
        rest.CopyTo(eight);
        return Widen(ref MemoryMarshal.GetReference(eight));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }

    private static void RequireSameLength(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"Vectors of {a.Length} and {b.Length} dimensions have no cosine.", nameof(b));
    }
}
