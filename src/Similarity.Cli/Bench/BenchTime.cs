namespace Similarity.Cli;

/// <summary>What repeated measurements say.</summary>
/// <param name="Seconds">Their median.</param>
/// <param name="Spread">How far the middle half of them scatters: from the first quartile to the third, as a share of the median.</param>
internal readonly record struct BenchTime(double Seconds, double Spread)
{
    /// <summary>Of at least one measurement.</summary>
    public static BenchTime Of(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        var median = At(0.5);
        return new BenchTime(median, (At(0.75) - At(0.25)) / median);

        // Between two measurements, in proportion.
        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var (low, high) = (sorted[(int)place], sorted[(int)Math.Ceiling(place)]);
            return low + ((place - (int)place) * (high - low));
        }
    }
}
