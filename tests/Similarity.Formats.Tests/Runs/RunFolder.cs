using System.Text;
using System.Text.Json.Nodes;

namespace Similarity.Formats.Tests;

/// <summary>A folder with inputs and the results of a run over them.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TemporaryFolder Inputs => _folder;

    public string Output => _folder["out"];

    public string Write(string name, IEnumerable<string> lines) => _folder.Write($"in/{name}", string.Concat(lines.Select(line => line + "\n")));

    /// <summary>A run over everything in the input folder.</summary>
    public BatchRunOptions Options(int threads = 1, int blockBytes = 1 << 20, double maxShare = 1) => new()
    {
        Inputs = [_folder["in"]],
        OutputFolder = Output,
        Read = new ReadOptions { BlockBytes = blockBytes },
        Deduplication = new DeduplicationOptions { Threads = threads },
        Guard = new RemovalGuard { MaxShare = maxShare },
    };

    public Task<BatchOutcome> RunAsync(BatchRunOptions? options = null, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default) =>
        BatchRun.RunAsync(options ?? Options(), progress, cancellation);

    public string[] Lines(string name)
    {
        var text = File.ReadAllText(Path.Combine(Output, name));
        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        return text.Length == 0 ? [] : text[..^1].Split('\n');
    }

    public JsonObject[] Table(string name) => [.. Lines($"{name}.jsonl").Select(line => JsonNode.Parse(line)!.AsObject())];

    public JsonObject Summary() => JsonNode.Parse(File.ReadAllText(Path.Combine(Output, "summary.json")))!.AsObject();

    /// <summary>All that is in the output folder, hidden files too, with the content of each.</summary>
    public SortedDictionary<string, string> Snapshot() => new(
        Directory.Exists(Output)
            ? Directory.EnumerateFileSystemEntries(Output).ToDictionary(path => Path.GetFileName(path), path => Encoding.Latin1.GetString(File.ReadAllBytes(path)))
            : [],
        StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
