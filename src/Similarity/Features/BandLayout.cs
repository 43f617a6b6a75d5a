using MathNet.Numerics.Integration;

namespace Similarity;

/// <summary>
/// How a signature is cut into bands (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4): two
/// texts of resemblance <c>s</c> share at least one of <c>b</c> bands of <c>r</c> lanes with probability
/// <c>1 − (1 − s^r)^b</c>.
/// </summary>
/// <param name="Bands">Bands a signature, <c>b</c>.</param>
/// <param name="Rows">Lanes a band, <c>r</c>.</param>
public readonly record struct BandLayout(int Bands, int Rows)
{
    /// <summary>Points of the Gauss–Legendre rule: the curve is a polynomial of degree b·r, smooth at this order.</summary>
    private const int Order = 64;

    /// <summary>
    /// The layout with the least expected cost: the integral of the missed probability above
    /// <paramref name="threshold"/> times <paramref name="missCost"/>, plus that of the candidate probability below it.
    /// </summary>
    /// <param name="lanes">Lanes of the signature.</param>
    /// <param name="threshold">Resemblance from which a pair should become a candidate; above 0, below 1.</param>
    /// <param name="missCost">
    /// Price of a missed pair in units of a false candidate; above 0. A false candidate only costs the time to verify
    /// it, so that a miss is usually dearer.
    /// </param>
    public static BandLayout Choose(int lanes, double threshold, double missCost)
    {
        if (threshold is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be above 0 and below 1.");
        }
        if (!(missCost > 0) || double.IsInfinity(missCost))
        {
            throw new ArgumentOutOfRangeException(nameof(missCost), missCost, "The price of a miss must be above 0 and finite.");
        }
        var best = new BandLayout(1, 1);
        var least = double.PositiveInfinity;
        for (var rows = 1; rows <= lanes; rows++)
        {
            // More bands of the same rows only trade false candidates for misses, so every count is worth a look.
            for (var bands = 1; bands * rows <= lanes; bands++)
            {
                var layout = new BandLayout(bands, rows);
                var cost = missCost * GaussLegendreRule.Integrate(s => 1 - layout.CandidateProbability(s), threshold, 1, Order)
                    + GaussLegendreRule.Integrate(layout.CandidateProbability, 0, threshold, Order);
                if (cost < least) (best, least) = (layout, cost);
            }
        }
        return best;
    }

    /// <summary>Probability that two texts of the given resemblance share a band.</summary>
    public double CandidateProbability(double resemblance) =>
        1 - Math.Pow(1 - Math.Pow(resemblance, Rows), Bands);
}
