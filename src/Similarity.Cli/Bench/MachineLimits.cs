namespace Similarity.Cli;

/// <summary>What one core of this machine can do at most, measured in the same run as the kernels.</summary>
/// <param name="ReadGigabytesASecond">Memory that one core reads a second, in billions of bytes, from more than the caches hold.</param>
/// <param name="Gigaflops">Multiplications and additions in single precision a second, in billions.</param>
internal sealed record MachineLimits(double ReadGigabytesASecond, double Gigaflops)
{
    private const int ReadFloats = 1 << 26;
    private const int Steps = 1 << 20;

    /// <summary>How far these are from earlier ones, the one that moved further, as a share.</summary>
    public double DriftFrom(MachineLimits before) => Math.Max(
        Math.Abs((ReadGigabytesASecond / before.ReadGigabytesASecond) - 1), Math.Abs((Gigaflops / before.Gigaflops) - 1));

    public static MachineLimits Measure(BenchClock clock, CancellationToken cancellation)
    {
        var memory = new float[ReadFloats];
        Array.Fill(memory, 1); // Pages that were never written are all one.
        var read = clock.Measure(() => (long)MemoryRead.Run(memory), cancellation);
        var arithmetic = clock.Measure(() => (long)MultiplyAddPeak.Run(Steps), cancellation);
        return new MachineLimits((double)ReadFloats * sizeof(float) / read.Seconds / 1e9, 2.0 * Steps * MultiplyAddPeak.FloatsAStep / arithmetic.Seconds / 1e9);
    }
}
