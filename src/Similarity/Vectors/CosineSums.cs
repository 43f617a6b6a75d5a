using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>The three sums that a cosine is made of, in single precision.</summary>
/// <remarks>
/// Elements go to lanes: whole blocks of 32 to as many lanes, what remains in blocks of 4 to four more, the last ones one by
/// one to the first of these. Every step multiplies and adds with one rounding. In the end lane <c>i</c> of the 32 is added
/// to <c>i mod 16</c>, and so on by halves to 4, to which the four others are added, and then to one.
/// </remarks>
internal readonly record struct CosineSums(float Products, float SquaresOfA, float SquaresOfB)
{
    private const int Lanes = 16;
    private const int Block = 2 * Lanes;

    // Inlined, because three floats returned as a structure go through memory in a way that processors stumble over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CosineSums Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        Vector512<float> products = default, squaresOfA = default, squaresOfB = default;
        Vector512<float> products2 = default, squaresOfA2 = default, squaresOfB2 = default;
        var i = 0;
        for (; i <= a.Length - Block; i += Block)
        {
            var (p, q) = (Vector512.LoadUnsafe(ref x, (nuint)i), Vector512.LoadUnsafe(ref y, (nuint)i));
            var (p2, q2) = (Vector512.LoadUnsafe(ref x, (nuint)i + Lanes), Vector512.LoadUnsafe(ref y, (nuint)i + Lanes));
            products = Vector512.FusedMultiplyAdd(p, q, products);
            squaresOfA = Vector512.FusedMultiplyAdd(p, p, squaresOfA);
            squaresOfB = Vector512.FusedMultiplyAdd(q, q, squaresOfB);
            products2 = Vector512.FusedMultiplyAdd(p2, q2, products2);
            squaresOfA2 = Vector512.FusedMultiplyAdd(p2, p2, squaresOfA2);
            squaresOfB2 = Vector512.FusedMultiplyAdd(q2, q2, squaresOfB2);
        }
        Vector128<float> product = default, squareOfA = default, squareOfB = default;
        for (; i <= a.Length - Vector128<float>.Count; i += Vector128<float>.Count)
        {
            var (p, q) = (Vector128.LoadUnsafe(ref x, (nuint)i), Vector128.LoadUnsafe(ref y, (nuint)i));
            product = Vector128.FusedMultiplyAdd(p, q, product);
            squareOfA = Vector128.FusedMultiplyAdd(p, p, squareOfA);
            squareOfB = Vector128.FusedMultiplyAdd(q, q, squareOfB);
        }
        for (; i < a.Length; i++)
        {
            var (p, q) = (Vector128.CreateScalar(a[i]), Vector128.CreateScalar(b[i]));
            product = Vector128.FusedMultiplyAdd(p, q, product);
            squareOfA = Vector128.FusedMultiplyAdd(p, p, squareOfA);
            squareOfB = Vector128.FusedMultiplyAdd(q, q, squareOfB);
        }
        return new CosineSums(
            Sum(products + products2, product), Sum(squaresOfA + squaresOfA2, squareOfA), Sum(squaresOfB + squaresOfB2, squareOfB));
    }

    /// <summary>The specification.</summary>
    internal static CosineSums OfScalar(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => new(DotScalar(a, b), DotScalar(a, a), DotScalar(b, b));

    private static float DotScalar(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Span<float> lanes = stackalloc float[Block];
        Span<float> others = stackalloc float[4];
        lanes.Clear();
        others.Clear();
        var blocks = a.Length - (a.Length % Block);
        var fours = a.Length - (a.Length % others.Length);
        for (var i = 0; i < a.Length; i++)
        {
            ref var lane = ref i < blocks ? ref lanes[i % Block] : ref others[i < fours ? i % others.Length : 0];
            lane = MathF.FusedMultiplyAdd(a[i], b[i], lane);
        }
        for (var half = Block / 2; half >= others.Length; half /= 2)
        {
            for (var i = 0; i < half; i++) lanes[i] += lanes[i + half];
        }
        for (var i = 0; i < others.Length; i++) lanes[i] += others[i];
        return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(Vector512<float> lanes, Vector128<float> others)
    {
        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper() + others;
        return (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }
}
