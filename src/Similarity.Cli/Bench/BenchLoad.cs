using System.Diagnostics;
using System.Globalization;

namespace Similarity.Cli;

/// <summary>What other processes take of the processors while this one measures, as Linux counts it in <c>/proc/stat</c>.</summary>
/// <param name="Busy">Time that all processors together were at work, since the machine started.</param>
/// <param name="Total">That time and the idle one.</param>
/// <param name="Own">Time that this process had of it.</param>
internal readonly record struct BenchLoad(TimeSpan Busy, TimeSpan Total, TimeSpan Own)
{
    private const string Counters = "/proc/stat";

    /// <summary>The counters as they stand; <see langword="null"/> where the system has none.</summary>
    public static BenchLoad? Now()
    {
        if (!File.Exists(Counters)) return null;
        using var process = Process.GetCurrentProcess();
        return Parse(File.ReadLines(Counters).First(), process.TotalProcessorTime);
    }

    /// <summary>Reads the line of all processors: user, nice, system, idle, waiting for disks, interrupts, soft interrupts, taken by the host.</summary>
    public static BenchLoad? Parse(string line, TimeSpan own)
    {
        const int Idle = 3, Waiting = 4, Fields = 8;
        const double ATick = 0.01;
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length <= Fields || fields[0] != "cpu") return null;
        double[] times = [.. fields[1..(Fields + 1)].Select(ticks => double.Parse(ticks, CultureInfo.InvariantCulture) * ATick)];
        var total = times.Sum();
        return new BenchLoad(TimeSpan.FromSeconds(total - times[Idle] - times[Waiting]), TimeSpan.FromSeconds(total), own);
    }

    /// <summary>Share of the time of all processors that others had from <paramref name="start"/> on, 0 to 1.</summary>
    public double OthersSince(BenchLoad start)
    {
        var all = (Total - start.Total).TotalSeconds;
        return all <= 0 ? 0 : Math.Clamp((Busy - start.Busy - (Own - start.Own)).TotalSeconds / all, 0, 1);
    }
}
