using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity.Benchmarks;

/// <summary>What figures were measured on, so that they can be checked in.</summary>
internal static class Machine
{
    /// <summary>Prints a heading with version, date, machine and command.</summary>
    public static void PrintHeading(string title, string command)
    {
        var version = typeof(Deduplication).Assembly.GetName().Version!.ToString(3);
        var width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
             # {title}

             Similarity {version}, {DateTime.UtcNow:yyyy-MM-dd}; {Processor()}, {Environment.ProcessorCount} cores, {width}-bit vectors; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}.

                 {command}

             """));
    }

    private static string Processor()
    {
        const string Label = "model name";
        if (!File.Exists("/proc/cpuinfo")) return RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Label, StringComparison.Ordinal));
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
