namespace Similarity.Tests;

/// <summary>Tables to test on, the same for the same seed.</summary>
internal static class VectorTables
{
    /// <summary>Clusters of a few vectors each, as articles of one story are, with equal rows and a row of zeros among them.</summary>
    public static VectorTable Clustered(int rows, int dimension, int seed)
    {
        var random = new Random(seed);
        var table = new VectorTable(dimension);
        var centre = new float[dimension];
        var vector = new float[dimension];
        for (var row = 0; row < rows; row++)
        {
            if (row % 5 == 0) Fill(centre, () => (float)(random.NextDouble() - 0.5));
            for (var i = 0; i < dimension; i++) vector[i] = centre[i] + (float)((random.NextDouble() - 0.5) * 0.3 * (row % 5));
            if (row % 50 == 7) Fill(vector, () => 0);
            _ = table.Add(vector);
        }
        return table;
    }

    private static void Fill(float[] vector, Func<float> next)
    {
        for (var i = 0; i < vector.Length; i++) vector[i] = next();
    }
}
