using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Similarity.FastText.Tests;

/// <summary>The program that this library reads the models of. A test that needs it is skipped, and counted as skipped, where it is not installed.</summary>
internal static class OriginalProgram
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "fasttext.exe" : "fasttext"))
        .FirstOrDefault(File.Exists);

    public static void Require() => Assert.SkipWhen(Program is null, "The program fasttext is not installed.");

    /// <summary>Runs it on <paramref name="input"/> and gives what it writes.</summary>
    public static byte[] Run(ReadOnlySpan<byte> input, params IEnumerable<string> arguments)
    {
        Require();
        var start = new ProcessStartInfo(Program!, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        Task.WaitAll(copying, errors);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"fasttext {string.Join(' ', arguments)} ended with {process.ExitCode}: {errors.Result}");
        return output.ToArray();
    }

    /// <summary>What <c>print-word-vectors</c> says, a vector a word; no word holds a separator.</summary>
    public static float[][] WordVectors(string model, int dimension, IEnumerable<byte[]> words) =>
        Vectors(Run(Join(words, '\n'), "print-word-vectors", model), dimension);

    /// <summary>What <c>print-sentence-vectors</c> says, a vector a line.</summary>
    public static float[][] SentenceVectors(string model, int dimension, ReadOnlySpan<byte> lines) =>
        Vectors(Run(lines, "print-sentence-vectors", model), dimension);

    /// <summary>What <c>predict-prob</c> says, labels and probabilities a line.</summary>
    public static (string Label, float Probability)[][] Predictions(string model, ReadOnlySpan<byte> lines, int k, float threshold = 0)
    {
        var output = Run(lines, "predict-prob", model, "-", k.ToString(CultureInfo.InvariantCulture), threshold.ToString(CultureInfo.InvariantCulture));
        return [.. Lines(output).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => (pair[0], Number(pair[1]))).ToArray())];
    }

    public static byte[] Join(IEnumerable<byte[]> parts, char end) => [.. parts.SelectMany(part => part.Append((byte)end))];

    private static float[][] Vectors(byte[] output, int dimension) =>
        [.. Lines(output).Select(line => line.TrimEnd(' ').Split(' ').TakeLast(dimension).Select(Number).ToArray())];

    // Latin-1 keeps bytes apart that are no UTF-8.
    private static string[] Lines(byte[] output) => Encoding.Latin1.GetString(output).Split('\n')[..^1];

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
