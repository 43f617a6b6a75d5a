using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Similarity.FastText.Tests.TrainedModels))]

namespace Similarity.FastText.Tests;

/// <summary>Models that the original program trains on invented text when a test first asks for one.</summary>
public sealed class TrainedModels : IDisposable
{
    private const string Small = "-dim 10 -epoch 3 -minCount 1 -thread 1 -bucket 700";
    private const string Labelled = Small + " -lr 0.5 -minn 2 -maxn 4";

    /// <summary>Names of models, what is trained, and how it is made smaller.</summary>
    private static readonly (string Name, string Train, string? Quantize)[] Recipes =
    [
        ("skipgram", "skipgram " + Small, null),
        ("cbow", "cbow -ws 3 -minn 1 -maxn 3 " + Small, null),
        ("skipgram-hs", "skipgram -loss hs " + Small, null),
        ("words-only", "skipgram -minn 0 -maxn 0 -dim 7 -epoch 2 -minCount 1 -thread 1", null),
        ("rare-left-out", "cbow -minCount 38 -dim 16 -epoch 2 -thread 1 -bucket 300", null),
        ("wide", "skipgram -dim 600 -minCount 38 -epoch 1 -thread 1 -bucket 50", null),
        ("softmax", "supervised " + Labelled, null),
        ("hs", "supervised -loss hs " + Labelled, null),
        ("ova", "supervised -loss ova " + Labelled, null),
        ("ns", "supervised -loss ns " + Labelled, null),
        ("plain", "supervised -dim 10 -epoch 3 -thread 1", null),
        ("runs", "supervised -wordNgrams 3 -dim 10 -epoch 3 -thread 1 -bucket 900", null),
        ("runs-and-grams", "supervised -loss hs -wordNgrams 2 " + Labelled, null),
        ("quantized", "supervised -wordNgrams 2 " + Labelled, ""),
        ("quantized-lengths", "supervised " + Labelled, "-qnorm -dsub 3"),
        ("quantized-pruned", "supervised -wordNgrams 2 " + Labelled, "-qnorm -cutoff 400"),
        ("quantized-output", "supervised -loss hs " + Labelled, "-qnorm -qout"),
        ("quantized-retrained", "supervised -wordNgrams 2 " + Labelled, "-cutoff 300 -retrain -qnorm -qout -epoch 1 -lr 0.1 -thread 1"),
        ("quantized-words", "supervised -dim 10 -epoch 3 -thread 1", "-cutoff 300 -dsub 10"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("fasttext-tests-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<string>> _trained = new(StringComparer.Ordinal);

    public static TheoryData<string> All => [.. Recipes.Select(recipe => recipe.Name)];

    public static TheoryData<string> Unsupervised => [.. Recipes.Where(recipe => !IsSupervised(recipe.Train)).Select(recipe => recipe.Name)];

    public static TheoryData<string> Supervised => [.. Recipes.Where(recipe => IsSupervised(recipe.Train)).Select(recipe => recipe.Name)];

    /// <summary>The path of a model, or a skipped test.</summary>
    public string this[string name]
    {
        get
        {
            OriginalProgram.Require();
            return _trained.GetOrAdd(name, key => new Lazy<string>(() => Train(key))).Value;
        }
    }

    /// <summary>A path for a file of a test's own.</summary>
    public string NewFile(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsSupervised(string train) => train.StartsWith("supervised", StringComparison.Ordinal);

    private string Train(string name)
    {
        var (_, train, quantize) = Recipes.Single(recipe => recipe.Name == name);
        var input = NewFile(name + ".txt");
        File.WriteAllText(input, IsSupervised(train) ? InventedText.LabelledLines(2000, labels: 300, seed: 7) : InventedText.Lines(2000, seed: 5));
        var output = NewFile(name);
        string[] files = ["-input", input, "-output", output];
        _ = OriginalProgram.Run([], [.. Split(train), .. files]);
        if (quantize is null) return output + ".bin";
        _ = OriginalProgram.Run([], ["quantize", .. files, .. Split(quantize)]);
        return output + ".ftz";
    }

    private static string[] Split(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
