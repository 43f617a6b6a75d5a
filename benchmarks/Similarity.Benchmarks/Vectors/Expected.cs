using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>Stops a benchmark whose rivals do not agree: a fast wrong answer is no rival.</summary>
internal static class Expected
{
    public static void Near(double expected, double found, double tolerance)
    {
        if (Math.Abs(expected - found) <= tolerance * Math.Max(1, Math.Abs(expected))) return;
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A rival gives {found} where {expected} was expected."));
    }

    public static void Same<T>(IEnumerable<T> expected, IEnumerable<T> found, string rival)
    {
        if (!expected.SequenceEqual(found)) throw new InvalidOperationException($"{rival} gives another answer.");
    }
}
