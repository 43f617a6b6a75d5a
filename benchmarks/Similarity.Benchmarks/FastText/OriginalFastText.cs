using System.Diagnostics;
using System.Globalization;
using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary>The original program, <c>fasttext</c>, which must be installed.</summary>
internal static class OriginalFastText
{
    /// <summary>Trains a model by the same settings.</summary>
    /// <param name="text">The file with the lines.</param>
    /// <param name="output">The path of the model, without its extension.</param>
    /// <param name="options">The settings.</param>
    public static void Train(string text, string output, TrainingOptions options)
    {
        string[] arguments =
        [
            options.Kind == ModelKind.SkipGram ? "skipgram" : "cbow", "-input", text, "-output", output, "-epoch", $"{options.Epochs}", "-thread", $"{options.Threads}",
            "-minn", $"{options.LeastGram}", "-maxn", $"{options.MostGram}", "-dim", $"{options.Dimension}", "-minCount", $"{options.LeastCount}",
            "-lr", options.LearningRate.ToString(CultureInfo.InvariantCulture), "-verbose", "0", "-seed", $"{options.Seed}",
        ];
        using var process = Process.Start(new ProcessStartInfo("fasttext", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new IOException($"fasttext ended with {process.ExitCode}.");
    }
}
