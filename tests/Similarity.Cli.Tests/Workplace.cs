using System.Text;
using Similarity.Tests;

namespace Similarity.Cli.Tests;

/// <summary>A folder for one test, gone with it, and the sample articles of the repository.</summary>
internal sealed class Workplace : IDisposable
{
    public static string Sample { get; } = Path.Combine(SharedData.Repository, "tests/sample/articles");

    public static string SampleNews { get; } = Path.Combine(Sample, "news.jsonl");

    public string Folder { get; } = Directory.CreateTempSubdirectory("similarity").FullName;

    public string Output => this["out"];

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public string[] Lines(string name) => File.ReadAllLines(Path.Combine(Output, name));

    /// <summary>All that is in the output folder, hidden files too, with the content of each.</summary>
    public static SortedDictionary<string, string> Snapshot(string folder) => new(
        Directory.Exists(folder)
            ? Directory.EnumerateFileSystemEntries(folder).ToDictionary(path => Path.GetFileName(path), path => Encoding.Latin1.GetString(File.ReadAllBytes(path)))
            : [],
        StringComparer.Ordinal);

    public SortedDictionary<string, string> Snapshot() => Snapshot(Output);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
