namespace Similarity;

/// <summary>
/// How alike each text is to those around it: the mean of its highest cosines. What two texts have in common beyond that is about
/// them and not about their subject, so one threshold serves collections about one subject and about all the world's.
/// </summary>
/// <remarks>
/// Only texts in one language surround each other. The highest 5 % of the cosines count, and at least <see cref="LeastNeighbours"/>. Of more than <see cref="MostReferences"/> texts an even
/// sample of that many stands for all; their 5 % are the same share, so that the level does not depend on the size. Thread-safe.
/// </remarks>
internal sealed class Neighbourhood
{
    private const int LeastNeighbours = 100;
    private const double Share = 0.05;

    /// <summary>Any two pieces of news have so much in common. A collection too small to have surroundings does not show it.</summary>
    private const float Least = 0.08f;

    /// <summary>Of fewer neighbours than this the missing ones are taken to be of that least: two texts are no surroundings.</summary>
    private const int LeastKnown = 10;

    private const int MostReferences = 2000;

    private const int TextsABatch = 64;

    private readonly TermVectors _vectors;
    private readonly TermIndex?[] _ofLanguage = new TermIndex?[TextLanguage.Count];

    /// <summary>The surroundings that the texts of <paramref name="vectors"/> are for each other, and for those that come later.</summary>
    public Neighbourhood(TermVectors vectors) : this(vectors, Enumerable.Range(0, vectors.Count))
    {
    }

    /// <summary>The surroundings that some texts are, ascending.</summary>
    public Neighbourhood(TermVectors vectors, IEnumerable<int> among)
    {
        _vectors = vectors;
        foreach (var language in among.GroupBy(vectors.LanguageOf))
        {
            int[] texts = [.. language];
            var references = Math.Min(texts.Length, MostReferences);
            _ofLanguage[language.Key] = new TermIndex(vectors, i => texts[(int)((long)i * texts.Length / references)], references);
        }
    }

    /// <summary>The level of each text, 0 to 1.</summary>
    public static List<float> LevelsOf(TermVectors vectors, ParallelOptions parallel)
    {
        var neighbourhood = new Neighbourhood(vectors);
        var levels = new float[vectors.Count];
        ParallelLoop.Run((levels.Length + TextsABatch - 1) / TextsABatch, parallel, () => new Scratch(), FillBatch, _ => { });
        return [.. levels];

        void FillBatch(int number, Scratch own)
        {
            for (var text = number * TextsABatch; text < Math.Min((number + 1) * TextsABatch, levels.Length); text++) levels[text] = neighbourhood.LevelOf(text, own);
        }
    }

    /// <summary>The level of a text, 0 to 1.</summary>
    /// <param name="text">The text, which may be one of the surroundings or not.</param>
    /// <param name="scratch">Memory to work in.</param>
    public float LevelOf(int text, Scratch scratch) => LevelOf(_vectors, text, scratch);

    /// <summary>The level of a text, 0 to 1.</summary>
    /// <param name="vectors">Vectors with those of the surroundings among them.</param>
    /// <param name="text">The text, which may be one of the surroundings or not.</param>
    /// <param name="scratch">Memory to work in.</param>
    public float LevelOf(TermVectors vectors, int text, Scratch scratch)
    {
        if (_ofLanguage[vectors.LanguageOf(text)] is not { } index) return Least;
        var cosines = scratch.Cosines(index.Count);
        index.Accumulate(vectors.TermsOf(text), vectors.WeightsOf(text), cosines);
        var others = index.Count;
        if (index.PlaceOf(text) is >= 0 and var own) cosines[own] = cosines[--others];
        return Math.Max(Least, MeanOfHighest(cosines[..others], Math.Min(index.Count - 1, Math.Max(LeastNeighbours, (int)(index.Count * Share)))));
    }

    /// <summary>The sum runs from the lowest to the highest, so that it has the same bits in whichever order the values come.</summary>
    private static float MeanOfHighest(Span<float> values, int count)
    {
        var known = Math.Min(count, values.Length);
        Selection.Smallest(values, values.Length - known);
        var highest = values[^known..];
        highest.Sort();
        var sum = 0.0;
        foreach (var value in highest) sum += value;
        var missing = Math.Max(LeastKnown - known, 0);
        return (float)((sum + (missing * Least)) / (known + missing));
    }

    /// <summary>Memory that one thread works in.</summary>
    public sealed class Scratch
    {
        private readonly float[] _cosines = new float[MostReferences];

        /// <summary>Room for the cosines with so many references.</summary>
        public Span<float> Cosines(int references) => _cosines.AsSpan(0, references);
    }
}
