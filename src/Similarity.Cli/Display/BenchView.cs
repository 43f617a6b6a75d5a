using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows the figures of <c>similarity bench</c>, line by line as they come.</summary>
internal static class BenchView
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void PrintHeading(BenchReport report)
    {
        Console.WriteLine(string.Create(Culture, $"Similarity {report.Version} on {report.Processor}, {report.Cores} cores; {report.Runtime}"));
        Console.WriteLine($"vector path  {report.VectorPath}");
        Console.WriteLine(string.Create(Culture, $"limits       {report.Limits.ReadGigabytesASecond:n1} GB/s read by one core, {report.Limits.Gigaflops:n0} GFLOP/s of multiply-adds on one core"));
        Console.WriteLine();
        Console.WriteLine($"{"",-34} {"check",-6} {"each",11}  {"a second",22} {"GB/s",7} {"GFLOP/s",8} {"of limit",9}");
    }

    public static void Print(BenchResult result)
    {
        Console.WriteLine(string.Create(
            Culture,
            $"{result.Name,-34} {(result.Checked ? "ok" : "WRONG"),-6} {Duration(result.NanosecondsAnItem),11}  {$"{Count(result.ItemsASecond)} {result.Item}s",22} {result.GigabytesASecond,7:n2} {result.Gigaflops,8:n0} {result.ShareOfLimit,9:p0}"));
    }

    public static void PrintEnd(string output, IReadOnlyList<BenchResult> results)
    {
        Console.WriteLine();
        Console.WriteLine("GB/s are of body text, or of what is scanned; the limit is that of arithmetic where GFLOP/s stand, else of reading memory, of as many cores as work.");
        Console.WriteLine("ok: agrees with its specification on the data that it was measured on. Other work on the machine lowers figures and limits alike; run it where there is none.");
        foreach (var wrong in results.Where(result => !result.Checked)) StandardError.Say($"'{wrong.Name}' does not agree with its specification on this machine; please report it");
        Console.WriteLine($"saved to {SafeText.OneLine(output, 200)}");
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
