namespace Similarity;

/// <summary>
/// Some texts that tell one story, with the sums from which their mean closeness to another cluster follows without looking at
/// pairs of texts: of their vectors, of their levels, and how many of them each outlet and each day has.
/// </summary>
internal sealed class StoryCluster
{
    /// <summary>The sum of the vectors; <see langword="null"/> of a single text, whose vector stands with the others.</summary>
    private readonly int[]? _terms;
    private readonly float[]? _weights;
    private readonly (int Outlet, int Count)[] _outlets;
    private readonly (int Day, int Count)[] _days;
    private readonly double _levels;

    private StoryCluster(int[] texts, int[]? terms, float[]? weights, double levels, (int, int)[] outlets, (int, int)[] days)
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
            terms: null,
            weights: null,
            measure.LevelOf(text),
            about.Outlet < 0 ? [] : [(about.Outlet, 1)],
            about.Day < 0 ? [] : [(about.Day, 1)]);
    }

    /// <summary>A cluster of some texts, at least one.</summary>
    public static StoryCluster Of(ReadOnlySpan<int> texts, StoryMeasure measure) =>
        texts.Length == 1 ? Of(texts[0], measure) : Merge(Of(texts[..(texts.Length / 2)], measure), Of(texts[(texts.Length / 2)..], measure), measure);

    /// <summary>The two as one.</summary>
    public static StoryCluster Merge(StoryCluster a, StoryCluster b, StoryMeasure measure)
    {
        var termsA = a.TermsIn(measure);
        var termsB = b.TermsIn(measure);
        var weightsA = a.WeightsIn(measure);
        var weightsB = b.WeightsIn(measure);
        var (terms, weights) = (new int[termsA.Length + termsB.Length], new float[termsA.Length + termsB.Length]);
        var (i, j, count) = (0, 0, 0);
        while (i < termsA.Length || j < termsB.Length)
        {
            var takesA = j == termsB.Length || (i < termsA.Length && termsA[i] <= termsB[j]);
            var takesB = i == termsA.Length || (j < termsB.Length && termsB[j] <= termsA[i]);
            terms[count] = takesA ? termsA[i] : termsB[j];
            weights[count++] = (takesA ? weightsA[i++] : 0) + (takesB ? weightsB[j++] : 0);
        }
        return new StoryCluster([.. a.Texts, .. b.Texts], terms[..count], weights[..count], a._levels + b._levels, Add(a._outlets, b._outlets), Add(a._days, b._days));
    }

    /// <summary>
    /// The cluster without one of its texts, of which there are two at least. What rounding leaves of the sums of terms that no other has stays there.
    /// </summary>
    public StoryCluster Without(int text, StoryMeasure measure)
    {
        var terms = measure.Vectors.TermsOf(text);
        var weights = measure.Vectors.WeightsOf(text);
        var (theirs, left) = (_terms!, (float[])_weights!.Clone());
        for (var (i, j) = (0, 0); i < terms.Length; i++, j++)
        {
            while (theirs[j] < terms[i]) j++;
            left[j] -= weights[i];
        }
        var about = measure.Texts[text];
        return new StoryCluster([.. Texts.Where(other => other != text)], theirs, left, _levels - measure.LevelOf(text), Less(_outlets, about.Outlet), Less(_days, about.Day));
    }

    /// <summary>The mean closeness of the texts of two clusters, each with each.</summary>
    public static double MeanCloseness(StoryCluster a, StoryCluster b, StoryMeasure measure)
    {
        var pairs = (double)a.Texts.Length * b.Texts.Length;
        var cosines = SparseVectors.Dot(a.TermsIn(measure), a.WeightsIn(measure), b.TermsIn(measure), b.WeightsIn(measure)) / pairs;
        var levels = ((a._levels / a.Texts.Length) + (b._levels / b.Texts.Length)) / 2;
        return cosines - levels - (((SameOutlet(a, b) * measure.OutletPenalty) + DayPenalties(a, b, measure)) / pairs);
    }

    private ReadOnlySpan<int> TermsIn(StoryMeasure measure) => _terms ?? measure.Vectors.TermsOf(Texts[0]);

    private ReadOnlySpan<float> WeightsIn(StoryMeasure measure) => _weights ?? measure.Vectors.WeightsOf(Texts[0]);

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

    private static (int, int)[] Less((int Key, int Count)[] counts, int key) =>
        [.. counts.Select(count => count.Key == key ? (count.Key, count.Count - 1) : count).Where(count => count.Item2 > 0)];

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
