using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>
/// <c>run</c>: wall time, throughput and memory of whole runs over a file: on one core, with each number of threads, and
/// over a quarter of the articles, from which the memory an article follows.
/// </summary>
internal static class RunCommand
{
    public static int Run(Arguments arguments)
    {
        if (arguments.Words is not [var file]) throw new ArgumentException("run takes one FILE.");
        var repeat = Math.Max(1, arguments.Integer("--repeat", 5));
        var threads = (arguments.Text("--threads") ?? "1,2").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var facts = CorpusFacts.Of(file);
        if (facts.Articles < 4) throw new ArgumentException($"{file} holds {facts.Articles} articles; 4 are the least.");

        Machine.PrintHeading("Whole runs", $"run {Path.GetFileName(file)} --threads {string.Join(',', threads)} --repeat {repeat}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"`dedupe` as its own process, start of the runtime included, and warm in one that has made such runs before; medians of {repeat}; {facts.Articles:n0} articles, {facts.BodyBytes / 1e6:n1} MB of body text.\n"));

        var part = WriteQuarter(file, facts.Articles / 4);
        try
        {
            (string Name, Func<MeasuredRun> Measure)[] runs =
            [
                ("1 thread on one core", () => DedupeProcess.Measure(file, 1, oneCore: true)),
                .. threads.Select(count => ($"--threads {count}", (Func<MeasuredRun>)(() => DedupeProcess.Measure(file, count, oneCore: false)))),
                .. threads.Select(count => ($"{count} threads, warm", (Func<MeasuredRun>)(() => WarmRun.Measure(file, count)))),
                ($"--threads {threads[^1]}, a quarter", () => DedupeProcess.Measure(part, threads[^1], oneCore: false)),
            ];
            foreach (var count in threads) _ = WarmRun.Measure(file, count);
            var medians = Repeat(runs, repeat);
            var table = new MarkdownTable("run", "seconds", "body MB/s", "articles/s", "against one core", "processor s", "peak MB", "seconds by stage");
            for (var i = 0; i < runs.Length - 1; i++) Print(table, runs[i].Name, medians[i], medians[0], facts);
            PrintSlope(medians[^1], medians[threads.Length], facts.Articles, threads[^1]);
            return 0;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>All runs in turn, and that again and again, so that whatever disturbs the machine disturbs all alike.</summary>
    private static Medians[] Repeat((string Name, Func<MeasuredRun> Measure)[] runs, int repeat)
    {
        var measured = runs.Select(_ => new List<MeasuredRun>()).ToArray();
        for (var time = 0; time < repeat; time++)
        {
            for (var i = 0; i < runs.Length; i++) measured[i].Add(runs[i].Measure());
        }
        return [.. measured.Select(Medians.Of)];
    }

    private static string WriteQuarter(string file, int articles)
    {
        var part = Path.Combine(Path.GetTempPath(), $"quarter-{Environment.ProcessId}.jsonl");
        using var copy = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 18);
        _ = CorpusFacts.Of(file, articles, copy);
        return part;
    }

    private static void PrintSlope(Medians small, Medians large, int articles, int threads)
    {
        var quarter = articles / 4;
        var slope = (large.PeakBytes - small.PeakBytes) / (articles - quarter);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nWith {threads} threads, a quarter of the articles against all: {small.Seconds:n2} s and {large.Seconds:n2} s; {small.PeakBytes / 1e6:n0} MB and {large.PeakBytes / 1e6:n0} MB, {slope:n0} bytes for each further article."));
    }

    private static void Print(MarkdownTable table, string name, Medians run, Medians oneCore, CorpusFacts facts)
    {
        var stages = string.Join(", ", run.Stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Stage.ToLowerInvariant()} {stage.Seconds:n2}")));
        table.Row(
            $"{name}",
            $"{run.Seconds:n2}",
            $"{facts.BodyBytes / 1e6 / run.Seconds:n0}",
            $"{facts.Articles / run.Seconds:n0}",
            $"{oneCore.Seconds / run.Seconds:n2}",
            $"{run.ProcessorSeconds:n2}",
            $"{run.PeakBytes / 1e6:n0}",
            $"{stages}");
    }
}
