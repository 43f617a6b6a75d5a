using System.Runtime.InteropServices;

namespace Similarity.Cli;

/// <summary>What processor this is.</summary>
internal static class BenchMachine
{
    public static string Processor()
    {
        const string Label = "model name";
        var known = Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        if (!File.Exists("/proc/cpuinfo")) return known;
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Label, StringComparison.Ordinal));
        return line is null ? known : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
