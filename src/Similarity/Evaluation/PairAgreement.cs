using MathNet.Numerics.Distributions;

namespace Similarity;

/// <summary>
/// How well a run agrees with labelled pairs of a sample: precision, recall and F1 over all pairs that the sample was drawn from. Sums are weighted
/// (Horvitz and Thompson 1952); of a stratum in which not all pairs were labelled, the labelled ones stand for the rest.
/// </summary>
/// <remarks>
/// Intervals are by simulation: in each stratum, and for pairs together and apart, the share that is the same has a beta distribution with
/// as many observations as the weights are worth (Kish 1965), and a part of Jeffreys' prior that is as large as its part of the pairs
/// together, or apart. Without a single error it therefore still says how little a few pairs prove. Thread-safe.
/// </remarks>
public sealed class PairAgreement
{
    private const double Tail = 0.025;

    /// <summary>Jeffreys' prior of a share: half an observation of either kind.</summary>
    private const double Prior = 0.5;

    /// <summary>Quantiles of a distribution with less cannot be computed.</summary>
    private const double LeastPrior = 0.005;

    private PairAgreement(EstimatedShare precision, EstimatedShare recall, EstimatedShare f1)
    {
        (Precision, Recall, F1) = (precision, recall, f1);
    }

    /// <summary>Share of the pairs found together that tell one story.</summary>
    public EstimatedShare Precision { get; }

    /// <summary>Share of the pairs that tell one story that were found together.</summary>
    public EstimatedShare Recall { get; }

    /// <summary>Harmonic mean of both.</summary>
    public EstimatedShare F1 { get; }

    /// <summary>Estimates from labelled pairs.</summary>
    /// <param name="pairs">The pairs; in any order.</param>
    /// <param name="draws">How often shares are drawn for the intervals, at least 40.</param>
    /// <exception cref="ArgumentException">There are no pairs, or one has no weight.</exception>
    public static PairAgreement Of(IReadOnlyList<JudgedPair> pairs, int draws = 1000)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 40);
        if (pairs.Count == 0) throw new ArgumentException("There are no labelled pairs.", nameof(pairs));
        foreach (var pair in pairs)
        {
            if (!(pair.Weight > 0) || double.IsInfinity(pair.Weight)) throw new ArgumentException(FormattableString.Invariant($"A pair has the weight {pair.Weight}; it must be above 0."), nameof(pairs));
        }
        var parts = PartsOf(pairs);
        var decided = parts.GroupBy(part => part.IsTogether).ToDictionary(decision => decision.Key, decision => decision.Sum(part => part.Pairs));
        var estimate = Measures(parts, part => part.Share);
        var simulated = new (double Precision, double Recall, double F1)[draws];
        var numbers = new SeededNumbers((ulong)pairs.Count);
        for (var draw = 0; draw < draws; draw++)
        {
            simulated[draw] = Measures(parts, Draw);
        }
        return new PairAgreement(
            Interval(estimate.Precision, simulated.Select(measures => measures.Precision)),
            Interval(estimate.Recall, simulated.Select(measures => measures.Recall)),
            Interval(estimate.F1, simulated.Select(measures => measures.F1)));

        double Draw(Part part)
        {
            var prior = Math.Max(LeastPrior, Prior * part.Pairs / decided[part.IsTogether]);
            return Beta.InvCDF((part.Share * part.Observations) + prior, ((1 - part.Share) * part.Observations) + prior, numbers.Next());
        }
    }

    private static List<Part> PartsOf(IReadOnlyList<JudgedPair> pairs)
    {
        var parts = new List<Part>();
        foreach (var stratum in pairs.GroupBy(pair => pair.Stratum).OrderBy(stratum => stratum.Key))
        {
            // Weights add up to the stratum but for chance, and for pairs that were left out.
            var size = stratum.Max(pair => pair.StratumPairs);
            var scale = size > 0 ? size / stratum.Sum(pair => pair.Weight) : 1;
            foreach (var part in stratum.GroupBy(pair => pair.IsTogether).OrderBy(part => part.Key))
            {
                var weight = part.Sum(pair => pair.Weight);
                var same = part.Where(pair => pair.IsSame).Sum(pair => pair.Weight);
                parts.Add(new Part(part.Key, weight * scale, same / weight, weight * weight / part.Sum(pair => pair.Weight * pair.Weight)));
            }
        }
        return parts;
    }

    private static (double Precision, double Recall, double F1) Measures(List<Part> parts, Func<Part, double> shareOf)
    {
        var (right, together, same) = (0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var alike = shareOf(part) * part.Pairs;
            same += alike;
            if (!part.IsTogether) continue;
            right += alike;
            together += part.Pairs;
        }
        return (right / together, right / same, 2 * right / (together + same));
    }

    private static EstimatedShare Interval(double estimate, IEnumerable<double> draws)
    {
        if (double.IsNaN(estimate)) return new EstimatedShare(double.NaN, 0, 1);
        var sorted = draws.Order().ToArray();
        return new EstimatedShare(estimate, Math.Min(estimate, sorted[(int)(sorted.Length * Tail)]), Math.Max(estimate, sorted[(int)Math.Ceiling(sorted.Length * (1 - Tail)) - 1]));
    }

    /// <summary>The pairs of one stratum that are together, or that are apart.</summary>
    private readonly record struct Part(bool IsTogether, double Pairs, double Share, double Observations);
}
