using System.Text.RegularExpressions;

namespace Similarity.Tests;

/// <summary>
/// A folder of a library is a stage, and a stage uses only those to its left. File names are type names, so that the
/// rule can be read off the source.
/// </summary>
public sealed partial class StageOrderTests
{
    private static readonly Dictionary<string, string[]> Stages = new(StringComparer.Ordinal)
    {
        ["Similarity"] = ["Kernels", "Vectors", "Text", "Embedding", "Furniture", "Credits", "Features", "Indexing", "Matching", "Clustering", "Lineage", "Terms", "Deduplication", "Stories", "Online", "Archives", "Evaluation"],
        ["Similarity.Storage"] = ["Stores", "Rows", "Postings", "Grouping", "Stories", "Index"],
        ["Similarity.FastText"] = ["Words", "Models", "Embedding", "Vectors", "Prediction", "Training", "Articles"],
    };

    public static TheoryData<string> EachLibrary => [.. Stages.Keys];

    public static TheoryData<string, string> EachStage => [.. Stages.SelectMany(library => library.Value.Select(stage => (library.Key, stage)))];

    [Theory]
    [MemberData(nameof(EachStage))]
    public void A_stage_uses_only_stages_to_its_left(string library, string stage)
    {
        var later = Stages[library].SkipWhile(other => other != stage).Skip(1).SelectMany(other => TypesOf(library, other)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Source(library), stage), "*.cs"))
        {
            var code = Comments().Replace(File.ReadAllText(file), "");
            var used = Identifiers().Matches(code).Select(match => match.Value).Where(later.Contains).Distinct().ToList();
            Assert.True(used.Count == 0, $"{Path.GetFileName(file)} of {stage} uses {string.Join(", ", used)}");
        }
    }

    [Theory]
    [MemberData(nameof(EachLibrary))]
    public void Every_folder_of_a_library_is_a_stage(string library) =>
        Assert.Equal(Stages[library].Order(), Directory.EnumerateDirectories(Source(library)).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order());

    [Fact]
    public void Every_source_file_stays_under_its_limit()
    {
        string[] generated = ["FoldingData.cs"];
        var tooLong = new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SharedData.Repository, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !generated.Contains(Path.GetFileName(file)) && File.ReadLines(file).Count() > 300)
            .Select(Path.GetFileName);
        Assert.Empty(tooLong);
    }

    private static string Source(string library) => Path.Combine(SharedData.Repository, "src", library);

    private static IEnumerable<string> TypesOf(string library, string stage) =>
        Directory.EnumerateFiles(Path.Combine(Source(library), stage), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Comments, and strings that hold no code.</summary>
    [GeneratedRegex(@"//.*|(?<!\$)""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Identifiers();
}
