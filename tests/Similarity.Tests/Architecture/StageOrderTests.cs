using System.Text.RegularExpressions;

namespace Similarity.Tests;

/// <summary>
/// A folder of the core is a stage, and a stage uses only those to its left. File names are type names, so that the
/// rule can be read off the source.
/// </summary>
public sealed partial class StageOrderTests
{
    private static readonly string[] Stages = ["Kernels", "Vectors", "Text", "Furniture", "Credits", "Features", "Indexing", "Matching", "Clustering", "Lineage", "Deduplication"];

    private static readonly string Core = Path.Combine(SharedData.Repository, "src", "Similarity");

    public static TheoryData<string> EachStage => [.. Stages];

    [Theory]
    [MemberData(nameof(EachStage))]
    public void A_stage_uses_only_stages_to_its_left(string stage)
    {
        var later = Stages.Skip(Array.IndexOf(Stages, stage) + 1).SelectMany(TypesOf).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Core, stage), "*.cs"))
        {
            var code = Comments().Replace(File.ReadAllText(file), "");
            var used = Identifiers().Matches(code).Select(match => match.Value).Where(later.Contains).Distinct().ToList();
            Assert.True(used.Count == 0, $"{Path.GetFileName(file)} of {stage} uses {string.Join(", ", used)}");
        }
    }

    [Fact]
    public void Every_folder_of_the_core_is_a_stage() =>
        Assert.Equal(Stages.Order(), Directory.EnumerateDirectories(Core).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order());

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

    private static IEnumerable<string> TypesOf(string stage) =>
        Directory.EnumerateFiles(Path.Combine(Core, stage), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file));

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Identifiers();
}
