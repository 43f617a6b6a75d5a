namespace Similarity.Benchmarks;

/// <summary>Vectors as articles have them: stories of some articles each, around centres of their own. Random ones flatter.</summary>
internal static class BenchmarkVectors
{
    private const int StoryArticles = 8;

    public static VectorTable Table(int rows, int dimension)
    {
        var table = new VectorTable(dimension);
        var vector = new float[dimension];
        for (var row = 0; row < rows; row++)
        {
            var centre = new CorpusRandom(1, row / StoryArticles, purpose: 21);
            var own = new CorpusRandom(1, row, purpose: 22);
            for (var i = 0; i < dimension; i++) vector[i] = (float)(Normal(ref centre) + (0.7 * Normal(ref own)));
            _ = table.Add(vector);
        }
        return table;
    }

    /// <summary>Near enough to a normal deviate: the sum of four even ones.</summary>
    private static double Normal(ref CorpusRandom random) => random.Share() + random.Share() + random.Share() + random.Share() - 2;
}
