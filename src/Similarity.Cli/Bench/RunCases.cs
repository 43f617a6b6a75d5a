using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Whole runs, from a file of JSON Lines to written results.</summary>
internal sealed class RunCases : IDisposable
{
    private readonly BenchTexts _texts;
    private readonly int _threads;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("similarity-bench-");

    public RunCases(BenchTexts texts, int threads)
    {
        (_texts, _threads) = (texts, threads);
        using var file = File.Create(Input);
        foreach (var record in texts.Records)
        {
            file.Write(record);
            file.Write("\n"u8);
        }
    }

    private string Input => Path.Combine(_folder.FullName, "articles.jsonl");

    public IEnumerable<BenchCase> All()
    {
        yield return new("whole run, file to files", "article", _texts.Records.Length, _texts.BodyBytes, 0, () => Run(1).Count, () => true);
        if (_threads > 1) yield return new($"whole run, {_threads} threads", "article", _texts.Records.Length, _texts.BodyBytes, 0, () => Run(_threads).Count, CheckThreads);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private bool CheckThreads() => Run(1).Select(group => group.Id).SequenceEqual(Run(_threads).Select(group => group.Id), StringComparer.Ordinal);

    private IReadOnlyList<TextGroup> Run(int threads)
    {
        var options = new BatchRunOptions
        {
            Inputs = [Input],
            OutputFolder = Path.Combine(_folder.FullName, "results"),
            Deduplication = new DeduplicationOptions { Threads = threads },
        };
        // A benchmark is no place to be asynchronous: nothing else runs meanwhile.
        return BatchRun.RunAsync(options).GetAwaiter().GetResult().Result.Groups;
    }
}
