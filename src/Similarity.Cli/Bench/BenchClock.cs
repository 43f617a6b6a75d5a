using System.Diagnostics;

namespace Similarity.Cli;

/// <summary>Times work: after a warm-up, some rounds that each repeat it for a while.</summary>
/// <param name="round">How long a round lasts at least.</param>
internal sealed class BenchClock(TimeSpan round)
{
    private const int Rounds = 7;

    /// <summary>The time of a call.</summary>
    public BenchTime Measure(Func<long> work, CancellationToken cancellation)
    {
        _ = Time(work, round);
        var rounds = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            rounds[i] = Time(work, round);
        }
        return BenchTime.Of(rounds);
    }

    private static double Time(Func<long> work, TimeSpan least)
    {
        var clock = Stopwatch.StartNew();
        var calls = 0;
        do
        {
            _ = work();
            calls++;
        }
        while (clock.Elapsed < least);
        return clock.Elapsed.TotalSeconds / calls;
    }
}
