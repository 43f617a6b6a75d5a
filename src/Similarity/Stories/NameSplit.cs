namespace Similarity;

/// <summary>
/// Looks at a large story once more, by the names and numbers of its texts: where these form two halves that have little in common,
/// it is two stories told in the same words, such as two elections of one day.
/// </summary>
internal sealed class NameSplit(StoryMeasure measure)
{
    /// <summary>Smaller stories are left alone, and so are smaller halves.</summary>
    private const int LeastTexts = 12;

    /// <summary>A half of fewer texts is left where it is.</summary>
    public const int LeastHalf = 6;

    /// <summary>Halves are apart where texts across have at most this share in common of what texts within have.</summary>
    private const double MostShare = 0.38;

    /// <summary>Keeps halves of texts without names from being split by nothing.</summary>
    private const double Smoothing = 0.01;

    private const int Iterations = 60;
    private const int Refinements = 10;

    /// <summary>The parts of a story: itself where it is one.</summary>
    public IEnumerable<int[]> PartsOf(int[] texts)
    {
        if (texts.Length < LeastTexts || Halve(texts) is not { } halves) return [texts];
        return PartsOf(halves.First).Concat(PartsOf(halves.Second));
    }

    private (int[] First, int[] Second)? Halve(int[] texts)
    {
        var names = new NameVectors(measure.Vectors, texts);
        var side = Bisect(names);
        Refine(names, side);
        KeepGroups(texts, side);
        var count = side.Count(isFirst => isFirst);
        if (count < LeastHalf || texts.Length - count < LeastHalf) return null;
        var (first, second) = (names.Sum(side, true), names.Sum(side, false));
        var across = names.Dot(first, second) / ((double)count * (texts.Length - count));
        var within = Math.Min(names.MeanWithin(first, side, true), names.MeanWithin(second, side, false));
        if (across > MostShare * (within + Smoothing)) return null;
        return ([.. texts.Where((_, i) => side[i])], [.. texts.Where((_, i) => !side[i])]);
    }

    /// <summary>By the sign of the leading eigenvector of the centred similarities.</summary>
    private static bool[] Bisect(NameVectors names)
    {
        var vector = new double[names.Count];
        for (var i = 0; i < vector.Length; i++) vector[i] = (Mixing.Avalanche((ulong)i + 1) >> 11) * (1.0 / (1UL << 53)) - 0.5;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Centre(vector);
            vector = names.TimesSimilarities(vector);
            Centre(vector);
            var length = Math.Sqrt(vector.Sum(value => value * value));
            if (length == 0) break;
            for (var i = 0; i < vector.Length; i++) vector[i] /= length;
        }
        return [.. vector.Select(value => value > 0)];

        static void Centre(double[] vector)
        {
            var mean = vector.Average();
            for (var i = 0; i < vector.Length; i++) vector[i] -= mean;
        }
    }

    /// <summary>Moves texts to the side that is more like them.</summary>
    private static void Refine(NameVectors names, bool[] side)
    {
        for (var round = 0; round < Refinements; round++)
        {
            var (first, second) = (names.Sum(side, true), names.Sum(side, false));
            var count = side.Count(isFirst => isFirst);
            if (count < 2 || side.Length - count < 2) return;
            var moved = false;
            var next = (bool[])side.Clone();
            for (var i = 0; i < side.Length; i++)
            {
                var own = side[i] ? 1 : 0;
                var toFirst = (names.DotRow(i, first) - (own * names.SquareOf(i))) / (count - own);
                var toSecond = (names.DotRow(i, second) - ((1 - own) * names.SquareOf(i))) / (side.Length - count - (1 - own));
                next[i] = toFirst == toSecond ? side[i] : toFirst > toSecond;
                moved |= next[i] != side[i];
            }
            next.CopyTo(side, 0);
            if (!moved) return;
        }
    }

    /// <summary>A text group goes where its first text does.</summary>
    private void KeepGroups(int[] texts, bool[] side)
    {
        var sideOf = new Dictionary<int, bool>();
        for (var i = 0; i < texts.Length; i++)
        {
            var group = measure.Texts[texts[i]].Group;
            if (group >= 0 && !sideOf.TryAdd(group, side[i])) side[i] = sideOf[group];
        }
    }
}
