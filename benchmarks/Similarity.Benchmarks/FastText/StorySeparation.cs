using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary>
/// How well word vectors tell articles of one labelled story from others: the area under the curve of their cosines, which is the probability
/// that of two pairs the one of one story is closer.
/// </summary>
internal static class StorySeparation
{
    private const double Smoothing = 1e-3;

    public static double Of(FastTextModel model, string data, string set)
    {
        var articles = new LoadedArticles([StoryLabels.FileOf(data, set)]);
        var labels = StoryLabels.Read([StoryLabels.FileOf(data, set)]);
        var stories = labels.ToDictionary(label => articles.Find(label.Key), label => label.Value);
        float[][] vectors = [.. FoldedCorpus.Lines(articles, articles.Count).Select(line => Embed(model, line))];
        Centre(vectors);
        var cosines = new List<(float Cosine, bool Same)>();
        for (var a = 0; a < vectors.Length; a++)
        {
            for (var b = a + 1; b < vectors.Length; b++)
            {
                if (stories.TryGetValue(a, out var storyA) && stories.TryGetValue(b, out var storyB)) cosines.Add((System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(vectors[a], vectors[b]), storyA == storyB));
            }
        }
        cosines.Sort((x, y) => x.Cosine.CompareTo(y.Cosine));
        var (others, below) = (0L, 0.0);
        foreach (var (_, same) in cosines)
        {
            if (same) below += others;
            else others++;
        }
        return below / others / (cosines.Count - others);
    }

    private static float[] Embed(FastTextModel model, byte[] line)
    {
        var (sum, vector) = (new float[model.Dimension], new float[model.Dimension]);
        foreach (var range in line.AsSpan().Split((byte)' '))
        {
            var entry = model.Vocabulary.Find(line.AsSpan(range));
            if (entry < 0) continue;
            model.WordVector(line.AsSpan(range), vector);
            var weight = (float)(Smoothing / (Smoothing + ((double)model.Vocabulary.CountOf(entry) / model.Vocabulary.Tokens)));
            for (var i = 0; i < sum.Length; i++) sum[i] += vector[i] * weight;
        }
        return sum;
    }

    private static void Centre(float[][] vectors)
    {
        foreach (var vector in vectors)
        {
            var norm = MathF.Max(1e-12f, System.Numerics.Tensors.TensorPrimitives.Norm(vector));
            for (var i = 0; i < vector.Length; i++) vector[i] /= norm;
        }
        for (var i = 0; i < vectors[0].Length; i++)
        {
            var mean = vectors.Average(vector => vector[i]);
            foreach (var vector in vectors) vector[i] -= mean;
        }
    }
}
