namespace Similarity;

/// <summary>
/// Some texts that tell one story, with the sums from which their mean closeness to another cluster follows without looking at
/// pairs of texts: of their vectors, of their levels, and how many of them each outlet and each day has.
/// </summary>
internal sealed class StoryCluster
{
    private readonly int[] _terms;
    private readonly float[] _weights;
    private readonly (int Outlet, int Count)[] _outlets;
    private readonly (int Day, int Count)[] _days;
    private readonly double _levels;

    private StoryCluster(int[] texts, int[] terms, float[] weights, double levels, (int, int)[] outlets, (int, int)[] days)
    {
        Texts = texts;
        _terms = terms;
        _weights = weights;
        _levels = levels;
        _outlets = outlets;
        _days = days;
    }

    /// <summary>The texts, in the order in which they came.</summary>
    public int[] Texts { get; }

    /// <summary>A cluster of one text.</summary>
    public static StoryCluster Of(int text, StoryMeasure measure)
    {
        var about = measure.Texts[text];
        return new StoryCluster(
            [text],
            measure.Vectors.TermsOf(text).ToArray(),
            measure.Vectors.WeightsOf(text).ToArray(),
            measure.LevelOf(text),
            about.Outlet < 0 ? [] : [(about.Outlet, 1)],
            about.Day < 0 ? [] : [(about.Day, 1)]);
    }

    /// <summary>The two as one.</summary>
    public static StoryCluster Merge(StoryCluster a, StoryCluster b)
    {
        var (terms, weights) = (new int[a._terms.Length + b._terms.Length], new float[a._terms.Length + b._terms.Length]);
        var (i, j, count) = (0, 0, 0);
        while (i < a._terms.Length || j < b._terms.Length)
        {
            var takesA = j == b._terms.Length || (i < a._terms.Length && a._terms[i] <= b._terms[j]);
            var takesB = i == a._terms.Length || (j < b._terms.Length && b._terms[j] <= a._terms[i]);
            terms[count] = takesA ? a._terms[i] : b._terms[j];
            weights[count++] = (takesA ? a._weights[i++] : 0) + (takesB ? b._weights[j++] : 0);
        }
        return new StoryCluster([.. a.Texts, .. b.Texts], terms[..count], weights[..count], a._levels + b._levels, Add(a._outlets, b._outlets), Add(a._days, b._days));
    }

    /// <summary>The mean closeness of the texts of two clusters, each with each.</summary>
    public static double MeanCloseness(StoryCluster a, StoryCluster b, StoryMeasure measure)
    {
        var pairs = (double)a.Texts.Length * b.Texts.Length;
        var cosines = Dot(a, b) / pairs;
        var levels = ((a._levels / a.Texts.Length) + (b._levels / b.Texts.Length)) / 2;
        return cosines - levels - (((SameOutlet(a, b) * measure.OutletPenalty) + DayPenalties(a, b, measure)) / pairs);
    }

    private static double Dot(StoryCluster a, StoryCluster b)
    {
        // Of a small and a large one, the large one is searched.
        var (small, large) = a._terms.Length <= b._terms.Length ? (a, b) : (b, a);
        if (large._terms.Length < small._terms.Length * 16L) return TermVectors.Dot(a._terms, a._weights, b._terms, b._weights);
        var (sum, from) = (0.0, 0);
        for (var i = 0; i < small._terms.Length; i++)
        {
            var at = large._terms.AsSpan(from).BinarySearch(small._terms[i]);
            from += at < 0 ? ~at : at;
            if (at >= 0) sum += (double)small._weights[i] * large._weights[from];
        }
        return sum;
    }

    private static double SameOutlet(StoryCluster a, StoryCluster b)
    {
        var (sum, i, j) = (0.0, 0, 0);
        while (i < a._outlets.Length && j < b._outlets.Length)
        {
            var order = a._outlets[i].Outlet.CompareTo(b._outlets[j].Outlet);
            if (order == 0) sum += (double)a._outlets[i].Count * b._outlets[j].Count;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return sum;
    }

    private static double DayPenalties(StoryCluster a, StoryCluster b, StoryMeasure measure)
    {
        var sum = 0.0;
        foreach (var (dayA, countA) in a._days)
        {
            foreach (var (dayB, countB) in b._days) sum += measure.DayPenalty(dayA, dayB) * countA * countB;
        }
        return sum;
    }

    /// <summary>Two lists of counts, each ascending, as one.</summary>
    private static (int, int)[] Add((int Key, int Count)[] a, (int Key, int Count)[] b)
    {
        var sum = new List<(int, int)>(a.Length + b.Length);
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (j == b.Length || (i < a.Length && a[i].Key < b[j].Key)) sum.Add(a[i++]);
            else if (i == a.Length || b[j].Key < a[i].Key) sum.Add(b[j++]);
            else sum.Add((a[i].Key, a[i++].Count + b[j++].Count));
        }
        return [.. sum];
    }
}
