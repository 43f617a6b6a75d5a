using System.Diagnostics;
using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>Runs the built command as a user would, in a process of its own.</summary>
internal static class DedupeProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private static readonly string Program =
        Path.Combine(SharedData.Repository, "artifacts/bin/Similarity.Cli/release/Similarity.Cli.dll");

    /// <summary>What was measured of <c>similarity dedupe</c> over one file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="threads">What is passed as <c>--threads</c>.</param>
    /// <param name="oneCore">Keeps the process on the first core, its garbage collection and compilation included.</param>
    public static MeasuredRun Measure(string input, int threads, bool oneCore)
    {
        if (!File.Exists(Program)) throw new IOException($"{Program} is not there: build src/Similarity.Cli for Release first.");
        var folder = Directory.CreateTempSubdirectory("similarity-run-");
        try
        {
            string[] command =
            [
                .. oneCore ? ["taskset", "-c", "0"] : Array.Empty<string>(), "dotnet", Program, "dedupe", input, "-o", folder.FullName,
                "--quiet", "--verbose", "--threads", threads.ToString(CultureInfo.InvariantCulture),
                "--max-removed-share", "1", "--max-removed-share-outlet", "1",
            ];
            return Measure(command);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MeasuredRun Measure(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        var processor = TimeSpan.Zero;
        while (!process.WaitForExit(Pause))
        {
            peak = Math.Max(peak, ReadPeak(process.Id));
            processor = ReadProcessorTime(process) ?? processor;
        }
        var elapsed = clock.Elapsed;
        var text = errors.GetAwaiter().GetResult();
        if (process.ExitCode != 0) throw new IOException($"{string.Join(' ', command)} ended with {process.ExitCode}: {text}");
        return new MeasuredRun(elapsed, processor, peak, ParseStages(text));
    }

    private static TimeSpan? ReadProcessorTime(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }

    /// <summary>The most memory a process has had resident; 0 once it is gone.</summary>
    public static long ReadPeak(int process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
            {
                if (!line.StartsWith("VmHWM:", StringComparison.Ordinal)) continue;
                return long.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM: kB".Length), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
            }
        }
        catch (IOException)
        {
            // It ended between two looks.
        }
        return 0;
    }

    /// <summary>The lines "Stage  1.234 s" that <c>--verbose</c> prints, in the order of the run.</summary>
    private static Dictionary<string, double> ParseStages(string text)
    {
        var stages = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Reverse())
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var stage, var seconds, "s"])
            {
                stages[stage] = double.Parse(seconds, CultureInfo.InvariantCulture);
            }
        }
        return stages;
    }
}
