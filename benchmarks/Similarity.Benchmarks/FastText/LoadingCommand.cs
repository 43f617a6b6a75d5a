using System.Diagnostics;
using System.Globalization;
using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary><c>loading</c>: what it takes to open a large model and ask it for one word, here and in the original program.</summary>
internal static class LoadingCommand
{
    private const string Word = "president";

    public static int Run(Arguments arguments)
    {
        if (arguments.Text("--open") is { } opened) return OpenAndTell(opened);
        var source = arguments.Text("--source") ?? SharedData.RawArticles ?? throw new IOException("There are no articles to train on here; name their file with --source.");
        var folder = Directory.CreateTempSubdirectory("similarity-loading");
        try
        {
            var path = Path.Combine(folder.FullName, "model.bin");
            using (var model = FastTextTrainer.Train(FoldedCorpus.Of(FoldedCorpus.Lines(new LoadedArticles([source]), 1000)), new TrainingOptions { Epochs = 1, Threads = Environment.ProcessorCount }))
            {
                using var file = File.Create(path);
                model.Save(file);
            }
            Machine.PrintHeading("Opening a model", "loading");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A model of {new FileInfo(path).Length:n0} bytes, read before, so that it stands in the system's cache. Whole processes that print one word's vector; the start of .NET is in ours. Medians of 5.\n"));
            var table = new MarkdownTable("what", "seconds", "most memory, MB");
            Row("original, print-word-vectors", "fasttext", "print-word-vectors", path);
            Row("ours", "dotnet", Environment.GetCommandLineArgs()[0], "loading", "--open", path);
            var clock = Stopwatch.StartNew();
            using (var model = FastTextModel.Open(path)) _ = model.WordVector(Word);
            table.Row($"ours, within a process that runs", $"{clock.Elapsed.TotalSeconds:n3}", $"");

            void Row(string name, params string[] command)
            {
                var runs = Enumerable.Range(0, 5).Select(_ => Measure(command)).ToList();
                table.Row($"{name}", $"{runs.Select(run => run.Seconds).Order().ElementAt(2):n3}", $"{runs.Select(run => run.Peak).Order().ElementAt(2) / 1e6:n0}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static int OpenAndTell(string path)
    {
        using var model = FastTextModel.Open(path);
        Console.WriteLine(string.Join(' ', model.WordVector(Word)));
        return 0;
    }

    private static (double Seconds, long Peak) Measure(string[] command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.WriteLine(Word);
        process.StandardInput.Close();
        _ = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(1)) peak = Math.Max(peak, DedupeProcess.ReadPeak(process.Id));
        return (clock.Elapsed.TotalSeconds, peak);
    }
}
