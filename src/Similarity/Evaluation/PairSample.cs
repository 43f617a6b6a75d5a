namespace Similarity;

/// <summary>
/// Draws the pairs that teach most about a run, for a person to label, so that what is estimated from them holds for all pairs.
/// </summary>
/// <remarks>
/// <para>
/// The population are the pairs of texts that a run has kept as close, and all pairs within its stories; copies count as what they copy. It
/// is divided by the decision and by bands of closeness around the threshold. A stratum brings pairs in proportion to the root of its size
/// (power allocation, Bankier 1988) and to how near it is to the threshold. Within a stratum, two stories bring pairs in proportion to the
/// root of how many they have, by systematic sampling with a start by chance: large stories do not crowd out the rest.
/// </para>
/// <para>
/// Every pair has a known probability to be drawn, and one over it as its weight, so weighted sums are unbiased (Horvitz and Thompson 1952). Pairs less close
/// than <see cref="StoryOptions.KeptFrom"/> and in no story together are never drawn: recall is that among the rest.
/// </para>
/// </remarks>
public static class PairSample
{
    /// <summary>Pairs that a stratum brings at least, as far as it has them: one says nothing of how far it can be trusted.</summary>
    private const int Least = 4;

    /// <summary>Draws pairs, in an order by chance, so that the first of them are a sample, too.</summary>
    /// <param name="result">The stories.</param>
    /// <param name="count">About how many pairs, at least 1.</param>
    /// <param name="seed">Another seed draws others.</param>
    public static IReadOnlyList<SampledPair> Draw(StoryResult result, int count, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var strata = new PairStrata(result);
        var cells = Enumerable.Range(0, strata.Count).Select(strata.CellsOf).ToArray();
        var sizes = cells.Select(stratum => stratum.Sum(cell => cell.Count)).ToArray();
        var numbers = new SeededNumbers((ulong)(uint)seed);
        var drawn = new List<SampledPair>();
        foreach (var (stratum, share) in Allocate(sizes, count).Index())
        {
            foreach (var (cell, hits, expected) in Choose(cells[stratum], share, numbers))
            {
                foreach (var (a, b) in Pick(result, strata, cell, hits, numbers))
                {
                    var measure = result.Measure;
                    drawn.Add(new SampledPair(measure.Texts[a].Article, measure.Texts[b].Article, measure.Closeness(a, b, measure.Vectors.Cosine(a, b)), PairStrata.IsTogether(stratum), stratum, sizes[stratum], cell.Count / expected));
                }
            }
        }
        numbers.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(drawn));
        return drawn;
    }

    /// <summary>How many pairs each stratum brings.</summary>
    internal static long[] Allocate(long[] sizes, int count)
    {
        var shares = sizes.Select((size, stratum) => Math.Sqrt(size) * PairStrata.InformativeOf(stratum)).ToArray();
        var all = shares.Sum();
        return [.. sizes.Select((size, stratum) => Math.Min(size, Math.Max(Least, (long)Math.Round(count * shares[stratum] / Math.Max(all, 1)))))];
    }

    /// <summary>Which cells bring how many pairs, and how many were to be expected.</summary>
    private static IEnumerable<(PairCell Cell, long Hits, double Expected)> Choose(List<PairCell> cells, long count, SeededNumbers numbers)
    {
        // A cell with no more pairs than it is expected to bring gives them all, and leaves the rest to the others.
        var open = cells;
        while (true)
        {
            var sum = open.Sum(cell => Math.Sqrt(cell.Count));
            var whole = open.Where(cell => count * Math.Sqrt(cell.Count) / sum >= cell.Count).ToList();
            if (whole.Count == 0) break;
            foreach (var cell in whole) yield return (cell, cell.Count, cell.Count);
            count -= whole.Sum(cell => cell.Count);
            open = [.. open.Except(whole)];
        }
        if (count <= 0 || open.Count == 0) yield break;
        var step = open.Sum(cell => Math.Sqrt(cell.Count)) / count;
        var (passed, next) = (0.0, numbers.Next() * step);
        foreach (var cell in open)
        {
            passed += Math.Sqrt(cell.Count);
            var hits = 0L;
            for (; next < passed; next += step) hits++;
            if (hits > 0) yield return (cell, Math.Min(hits, cell.Count), Math.Sqrt(cell.Count) / step);
        }
    }

    /// <summary>Different pairs of a cell, each as probable as the others.</summary>
    private static IEnumerable<(int A, int B)> Pick(StoryResult result, PairStrata strata, PairCell cell, long count, SeededNumbers numbers)
    {
        if (cell.Kept is { } kept)
        {
            var order = kept.ToArray();
            numbers.Shuffle(order);
            foreach (var edge in order.Take((int)count)) yield return (result.Edges[edge].A, result.Edges[edge].B);
            yield break;
        }
        var texts = cell.Texts!;
        if (count * 4 >= cell.Count || cell.Count * 50 < (long)texts.Count * texts.Count)
        {
            // Few are left: look at all.
            var all = (from i in Enumerable.Range(0, texts.Count) from j in Enumerable.Range(i + 1, texts.Count - i - 1) where IsOpen(texts[i], texts[j]) select (texts[i], texts[j])).ToArray();
            numbers.Shuffle(all);
            foreach (var pair in all.Take((int)count)) yield return pair;
            yield break;
        }
        var seen = new HashSet<(int, int)>();
        while (seen.Count < count)
        {
            var (a, b) = (texts[(int)numbers.Below(texts.Count)], texts[(int)numbers.Below(texts.Count)]);
            if (a < b && IsOpen(a, b) && seen.Add((a, b))) yield return (a, b);
        }

        bool IsOpen(int a, int b) => !strata.IsOneGroup(a, b) && !IsKept(result.Edges, a, b);
    }

    /// <summary>Whether a pair was kept: they are in order.</summary>
    private static bool IsKept(IReadOnlyList<StoryEdge> edges, int a, int b)
    {
        var (low, high) = (0, edges.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = edges[middle].A != a ? edges[middle].A.CompareTo(a) : edges[middle].B.CompareTo(b);
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return false;
    }
}
