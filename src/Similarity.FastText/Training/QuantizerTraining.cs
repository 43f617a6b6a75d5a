namespace Similarity.FastText;

/// <summary>
/// Finds the centroids of a <see cref="ProductQuantizer"/> by k-means (Lloyd 1982) on each few dimensions of a matrix, from up to 65,536 of its rows
/// as the original does. The same rows and centroids to begin with every time.
/// </summary>
internal static class QuantizerTraining
{
    private const int MostRows = 1 << 16;
    private const int Iterations = 25;
    private const int Centroids = ProductQuantizer.Centroids;

    /// <summary>A quantiser for the rows of a matrix.</summary>
    /// <param name="rows">Gives a row of the matrix.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="dimension">Floats a row.</param>
    /// <param name="partDimension">Floats that a byte stands for.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ProductQuantizer Train(Func<int, float[]> rows, int count, int dimension, int partDimension, int threads, CancellationToken cancellation)
    {
        var used = Math.Min(count, MostRows);
        float[][] sample = [.. Enumerable.Range(0, used).Select(i => rows((int)((long)i * count / used)))];
        var parts = ((dimension - 1) / partDimension) + 1;
        var centroids = new float[Centroids * dimension];
        _ = Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, part =>
        {
            var start = part * partDimension;
            var width = Math.Min(partDimension, dimension - start);
            TrainPart(sample, start, centroids.AsSpan(start * Centroids, width * Centroids), width);
        });
        return new ProductQuantizer(dimension, partDimension, centroids);
    }

    /// <summary>The code of a vector: for each part the nearest centroid, the first of several.</summary>
    public static void Encode(ProductQuantizer quantizer, ReadOnlySpan<float> vector, Span<byte> code)
    {
        for (var part = 0; part < quantizer.Parts; part++)
        {
            var (best, least) = (0, float.MaxValue);
            for (var centroid = 0; centroid < Centroids; centroid++)
            {
                var distance = Distance(vector[(part * quantizer.PartDimension)..], quantizer.Centroid(part, (byte)centroid));
                if (distance < least) (best, least) = (centroid, distance);
            }
            code[part] = (byte)best;
        }
    }

    private static void TrainPart(float[][] sample, int start, Span<float> centroids, int width)
    {
        for (var centroid = 0; centroid < Centroids; centroid++)
        {
            var row = sample[(int)((long)centroid * sample.Length / Centroids)];
            row.AsSpan(start, width).CopyTo(centroids[(centroid * width)..]);
        }
        var (sums, counts) = (new double[centroids.Length], new int[Centroids]);
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Array.Clear(sums);
            Array.Clear(counts);
            foreach (var row in sample)
            {
                var nearest = Nearest(row.AsSpan(start, width), centroids);
                counts[nearest]++;
                for (var i = 0; i < width; i++) sums[(nearest * width) + i] += row[start + i];
            }
            for (var centroid = 0; centroid < Centroids; centroid++)
            {
                // One that nothing is near to begins anew beside the one that most is near to.
                var from = counts[centroid] > 0 ? centroid : Array.IndexOf(counts, counts.Max());
                for (var i = 0; i < width; i++)
                {
                    var mean = (float)(sums[(from * width) + i] / Math.Max(1, counts[from]));
                    centroids[(centroid * width) + i] = from == centroid ? mean : mean * (1 + (1e-3f * ((centroid + i) % 2 == 0 ? 1 : -1)));
                }
            }
        }
    }

    private static int Nearest(ReadOnlySpan<float> point, ReadOnlySpan<float> centroids)
    {
        var (best, least) = (0, float.MaxValue);
        for (var centroid = 0; centroid < Centroids; centroid++)
        {
            var distance = Distance(point, centroids.Slice(centroid * point.Length, point.Length));
            if (distance < least) (best, least) = (centroid, distance);
        }
        return best;
    }

    private static float Distance(ReadOnlySpan<float> vector, ReadOnlySpan<float> centroid)
    {
        var sum = 0f;
        for (var i = 0; i < centroid.Length; i++)
        {
            var difference = vector[i] - centroid[i];
            sum += difference * difference;
        }
        return sum;
    }
}
