namespace Similarity.FastText.Tests;

/// <summary>Kernels against sums in double precision, for every length and alignment of the tail.</summary>
public sealed unsafe class TrainingKernelsTests
{
    [Fact]
    public void Kernels_compute_what_they_say_at_every_length()
    {
        for (var count = 1; count <= 140; count++)
        {
            var (a, b, c) = (Values(count, 1), Values(count, 2), Values(count, 3));
            var (output, gradient) = ((float[])b.Clone(), (float[])c.Clone());
            fixed (float* pa = a, pb = b, po = output, pg = gradient)
            {
                Assert.Equal(a.Zip(b).Sum(pair => (double)pair.First * pair.Second), TrainingKernels.Dot(pa, pb, count), 1e-4);
                TrainingKernels.Exchange(po, pa, 0.37f, pg, count);
                for (var i = 0; i < count; i++)
                {
                    Assert.Equal(c[i] + (0.37 * b[i]), gradient[i], 1e-6);
                    Assert.Equal(b[i] + (0.37 * a[i]), output[i], 1e-6);
                }
                TrainingKernels.AddScaled(pa, -2.5f, pg, count);
                for (var i = 0; i < count; i++) Assert.Equal(c[i] + (0.37 * b[i]) - (2.5 * a[i]), gradient[i], 1e-5);
                TrainingKernels.Prefetch(pa, count);
            }
        }
    }

    [Fact]
    public void The_logistic_function_is_that_of_its_definition()
    {
        for (var x = -12f; x < 12; x += 0.01f)
        {
            Assert.Equal(1 / (1 + Math.Exp(-x)), LogisticTable.Value(x), 0.0015);
            if (Math.Abs(x) < 7.9) Assert.Equal(-Math.Log(1 + Math.Exp(-x)), LogisticTable.Logarithm(x), 0.005);
        }
        Assert.True(float.IsFinite(LogisticTable.Value(float.NaN)));
    }

    private static float[] Values(int count, int seed)
    {
        var random = new TrainingRandom((ulong)((count * 10) + seed));
        return [.. Enumerable.Range(0, count).Select(_ => (random.Unit() * 2) - 1)];
    }
}
