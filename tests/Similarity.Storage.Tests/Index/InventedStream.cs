using CsCheck;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>Articles in order of time, many of them copies of others in the ways of newsrooms.</summary>
internal static class InventedStream
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Streams of two to forty articles, which take two days at most.</summary>
    public static Gen<Article[]> Any { get; } =
        Gen.Select(Gen.Int[0, 5], Gen.Int[20, 200], Gen.Int[0, 150], Gen.Int[3, 60], Gen.Int[0, 1_000_000], Gen.Int[0, 3]).Array[2, 40]
            .Select(shapes => shapes.Select((shape, i) => Article(i, shape.Item1, shape.Item2, shape.Item3, shape.Item4, shape.Item5, shape.Item6)).ToArray());

    private static Article Article(int number, int source, int taken, int own, int editedOneIn, int seed, int outlet) => InventedArticles.Article(
        $"{number}",
        [.. InventedArticles.Edit(InventedArticles.Words(source, taken), editedOneIn, seed), .. InventedArticles.Words(100 + number, own)],
        Noon.AddHours(number),
        $"outlet {outlet}");
}
