namespace Similarity;

/// <summary>
/// How alike each text is to those around it: the mean of its highest cosines. What two texts have in common beyond that is about
/// them and not about their subject, so one threshold serves collections about one subject and about all the world's.
/// </summary>
/// <remarks>
/// Only texts in one language surround each other. The highest 5 % of the cosines count, and at least <see cref="LeastNeighbours"/>. Of more than <see cref="MostReferences"/> texts an even
/// sample of that many stands for all; their 5 % are the same share, so that the level does not depend on the size.
/// </remarks>
internal static class Neighbourhood
{
    private const int LeastNeighbours = 100;
    private const double Share = 0.05;

    /// <summary>Any two pieces of news have so much in common. A collection too small to have surroundings does not show it.</summary>
    private const float Least = 0.08f;

    private const int MostReferences = 2000;

    /// <summary>The level of each text, 0 to 1.</summary>
    public static float[] LevelsOf(TermVectors vectors, ParallelOptions parallel)
    {
        var levels = new float[vectors.Count];
        foreach (var language in Enumerable.Range(0, vectors.Count).GroupBy(vectors.LanguageOf)) Fill(levels, vectors, [.. language], parallel);
        return levels;
    }

    private static void Fill(float[] levels, TermVectors vectors, int[] texts, ParallelOptions parallel)
    {
        const int Batch = 64;
        var references = Math.Min(texts.Length, MostReferences);
        var index = new TermIndex(vectors, i => texts[(int)((long)i * texts.Length / references)], references);
        var neighbours = Math.Min(references - 1, Math.Max(LeastNeighbours, (int)(references * Share)));
        ParallelLoop.Run((texts.Length + Batch - 1) / Batch, parallel, () => (new float[references], new float[references]), FillBatch, _ => { });

        void FillBatch(int number, (float[] Cosines, float[] Highest) own)
        {
            for (var i = number * Batch; i < Math.Min((number + 1) * Batch, texts.Length); i++)
            {
                index.Accumulate(vectors.TermsOf(texts[i]), vectors.WeightsOf(texts[i]), own.Cosines);
                var count = 0;
                for (var place = 0; place < references; place++)
                {
                    if (index.TextAt(place) != texts[i]) own.Highest[count++] = own.Cosines[place];
                }
                levels[texts[i]] = Math.Max(Least, MeanOfHighest(own.Highest.AsSpan(0, count), neighbours));
            }
        }
    }

    private static float MeanOfHighest(Span<float> values, int count)
    {
        if (values.IsEmpty || count < 1) return 0;
        values.Sort();
        var sum = 0.0;
        for (var i = Math.Max(0, values.Length - count); i < values.Length; i++) sum += values[i];
        return (float)(sum / Math.Min(count, values.Length));
    }
}
