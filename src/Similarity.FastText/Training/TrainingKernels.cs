using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Similarity.FastText;

/// <summary>
/// What training does with rows of floats. Sums run in sixteen lanes of fused multiply-adds, whatever the machine has, so that every
/// vector width gives the same bits.
/// </summary>
internal static unsafe class TrainingKernels
{
    private const int Lanes = 8;

    /// <summary>The dot product of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(float* a, float* b, int count)
    {
        var (even, odd) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i <= count - (2 * Lanes); i += 2 * Lanes)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Load(a + i), Vector256.Load(b + i), even);
            odd = Vector256.FusedMultiplyAdd(Vector256.Load(a + i + Lanes), Vector256.Load(b + i + Lanes), odd);
        }
        if (i <= count - Lanes)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Load(a + i), Vector256.Load(b + i), even);
            i += Lanes;
        }
        var eight = even + odd;
        var four = eight.GetLower() + eight.GetUpper();
        if (i <= count - (Lanes / 2))
        {
            four = Vector128.FusedMultiplyAdd(Vector128.Load(a + i), Vector128.Load(b + i), four);
            i += Lanes / 2;
        }
        var sum = (four[0] + four[2]) + (four[1] + four[3]);
        for (; i < count; i++) sum = MathF.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }

    /// <summary>Adds a row times a factor to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float* row, float factor, float* target, int count)
    {
        var factors = Vector256.Create(factor);
        var i = 0;
        for (; i <= count - Lanes; i += Lanes) Vector256.FusedMultiplyAdd(Vector256.Load(row + i), factors, Vector256.Load(target + i)).Store(target + i);
        if (i <= count - (Lanes / 2))
        {
            Vector128.FusedMultiplyAdd(Vector128.Load(row + i), factors.GetLower(), Vector128.Load(target + i)).Store(target + i);
            i += Lanes / 2;
        }
        for (; i < count; i++) target[i] = MathF.FusedMultiplyAdd(row[i], factor, target[i]);
    }

    /// <summary>
    /// What one output does: its row times a factor goes to the gradient, and the hidden vector times the factor to its row, which both see as it
    /// was before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exchange(float* output, float* hidden, float factor, float* gradient, int count)
    {
        var factors = Vector256.Create(factor);
        var i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            var row = Vector256.Load(output + i);
            Vector256.FusedMultiplyAdd(row, factors, Vector256.Load(gradient + i)).Store(gradient + i);
            Vector256.FusedMultiplyAdd(Vector256.Load(hidden + i), factors, row).Store(output + i);
        }
        if (i <= count - (Lanes / 2))
        {
            var row = Vector128.Load(output + i);
            Vector128.FusedMultiplyAdd(row, factors.GetLower(), Vector128.Load(gradient + i)).Store(gradient + i);
            Vector128.FusedMultiplyAdd(Vector128.Load(hidden + i), factors.GetLower(), row).Store(output + i);
            i += Lanes / 2;
        }
        for (; i < count; i++)
        {
            var row = output[i];
            gradient[i] = MathF.FusedMultiplyAdd(row, factor, gradient[i]);
            output[i] = MathF.FusedMultiplyAdd(hidden[i], factor, row);
        }
    }

    /// <summary>Asks for a row before it is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* row, int count)
    {
        if (!Sse.IsSupported) return;
        const int LineFloats = 16;
        for (var i = 0; i < count; i += LineFloats) Sse.Prefetch0(row + i);
    }
}
