using System.Text.Json;
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
        yield return new("whole run, file to files", "article", _texts.Records.Length, _texts.BodyBytes, 0, () => Run(1).Count, () => FindsWhatMemoryFinds(1)) { HasLimit = false };
        if (_threads > 1) yield return new($"whole run, {_threads} threads", "article", _texts.Records.Length, _texts.BodyBytes, 0, () => Run(_threads).Count, () => FindsWhatMemoryFinds(_threads)) { HasLimit = false };
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The groups are those of a run over the same articles in memory, on one thread.</summary>
    private bool FindsWhatMemoryFinds(int threads) =>
        Run(threads).Select(NameAndSize).SequenceEqual(Deduplication.Run([.. _texts.Records.Select(ToArticle)]).Groups.Select(NameAndSize));

    private static (string Id, int Size) NameAndSize(TextGroup group) => (group.Id, group.Members.Count);

    private static Article ToArticle(byte[] record)
    {
        using var document = JsonDocument.Parse(record);
        return new(Value("id")!, Value("body")) { Outlet = Value("outlet"), Title = Value("title"), Published = document.RootElement.GetProperty("published").GetDateTimeOffset() };

        string? Value(string field) => document.RootElement.GetProperty(field).GetString();
    }

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
