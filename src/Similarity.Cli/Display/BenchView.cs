using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows the figures of <c>similarity bench</c>, line by line as they come.</summary>
internal static class BenchView
{
    /// <summary>What share of the time of others, of drift or of spread is too much.</summary>
    private const double Doubtful = 0.1;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void PrintHeading(BenchReport report)
    {
        Console.WriteLine(string.Create(Culture, $"Similarity {report.Version} on {report.Processor}, {report.Cores} cores; {report.Runtime}"));
        Console.WriteLine($"vector path  {report.VectorPath}");
        Console.WriteLine(string.Create(Culture, $"limits       {report.Limits.ReadGigabytesASecond:n1} GB/s read by one core, {report.Limits.Gigaflops:n0} GFLOP/s of multiply-adds on one core"));
        Console.WriteLine();
        Console.WriteLine($"{"",-34} {"check",-6} {"each",11} {"spread",7} {"a second",22} {"GB/s",7} {"GFLOP/s",8} {"of limit",9}");
    }

    public static void Print(BenchResult result)
    {
        Console.WriteLine(string.Create(
            Culture,
            $"{result.Name,-34} {(result.Checked ? "ok" : "WRONG"),-6} {Duration(result.NanosecondsAnItem),11} {result.Spread,7:p0} {$"{Count(result.ItemsASecond)} {result.Item}s",22} {result.GigabytesASecond,7:n2} {result.Gigaflops,8:n0} {result.ShareOfLimit,9:p0}"));
    }

    public static void PrintEnd(string output, BenchReport report)
    {
        Console.WriteLine();
        Console.WriteLine("GB/s are of body text, or of what is scanned; the limit is that of arithmetic where GFLOP/s stand, else of reading memory, of as many cores as work.");
        Console.WriteLine("ok: agrees with its specification on the data that it was measured on. The time is a median; the spread is that of the middle half of the repetitions.");
        foreach (var doubt in Doubts(report)) Console.WriteLine($"warning: {doubt}");
        foreach (var wrong in report.Results.Where(result => !result.Checked)) StandardError.Say($"'{wrong.Name}' does not agree with its specification on this machine; please report it");
        Console.WriteLine($"saved to {SafeText.OneLine(output, 200)}");
    }

    /// <summary>Why the figures may be of more than the kernels; nothing where the machine was quiet.</summary>
    public static IEnumerable<string> Doubts(BenchReport report)
    {
        if (report.OtherLoad > Doubtful) yield return string.Create(Culture, $"other processes had {report.OtherLoad:p0} of the processors meanwhile; do not trust these figures");
        if (report.LimitsDrift > Doubtful) yield return string.Create(Culture, $"the limits of the machine moved by {report.LimitsDrift:p0} meanwhile; do not trust what stands beside them");
        var scattered = report.Results.Count(result => result.Spread > Doubtful);
        if (scattered > 0) yield return string.Create(Culture, $"{scattered} of {report.Results.Count} rows scatter by more than {Doubtful:p0}; measure those again where nothing else runs");
    }

    private static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 1000 => string.Create(Culture, $"{nanoseconds:n2} ns"),
        < 1e6 => string.Create(Culture, $"{nanoseconds / 1e3:n2} µs"),
        _ => string.Create(Culture, $"{nanoseconds / 1e6:n2} ms"),
    };

    private static string Count(double count) => count switch
    {
        < 1e6 => string.Create(Culture, $"{count:n0}"),
        < 1e9 => string.Create(Culture, $"{count / 1e6:n1} million"),
        _ => string.Create(Culture, $"{count / 1e9:n2} billion"),
    };
}
