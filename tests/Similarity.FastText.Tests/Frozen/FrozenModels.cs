using System.Globalization;
using System.Text;
using Similarity.Tests;

namespace Similarity.FastText.Tests;

/// <summary>Small models that the original program made (<c>make.sh</c>), and what it says of them: for machines without it, and for ever.</summary>
internal static class FrozenModels
{
    private static readonly string Folder = Path.Combine(SharedData.Repository, "tests", "Similarity.FastText.Tests", "Frozen");

    public static TheoryData<string> All => ["skipgram.bin", "softmax.bin", "hs.bin", "pruned.ftz"];

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));

    /// <summary>The lines of a file without their ends.</summary>
    public static string[] Lines(string file) => Encoding.UTF8.GetString(Bytes(file)).Split('\n')[..^1];

    public static float[] Numbers(IEnumerable<string> fields) => [.. fields.Select(field => float.Parse(field, CultureInfo.InvariantCulture))];

    public static string[] Fields(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
