using System.Numerics;

namespace Similarity;

/// <summary>Set operations on ascending, duplicate-free values.</summary>
internal static class SortedSets
{
    /// <summary>From this ratio of the sizes on, searching the larger set beats walking it.</summary>
    private const int GallopRatio = 16;

    /// <summary>Moves the distinct values of ascending <paramref name="values"/> to its front and returns how many there are.</summary>
    public static int Distinct<T>(Span<T> values)
        where T : IEquatable<T>
    {
        var distinct = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || !values[i].Equals(values[i - 1])) values[distinct++] = values[i];
        }
        return distinct;
    }

    /// <summary>How many values both sets hold.</summary>
    public static int IntersectionSize<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (a.Length > b.Length) return IntersectionSize(b, a);
        return (long)a.Length * GallopRatio < b.Length ? Gallop(a, b) : Walk(a, b);
    }

    /// <summary>One branch-free step a value: the comparisons become conditional increments.</summary>
    private static int Walk<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryInteger<T>
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            T x = a[i], y = b[j];
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return shared;
    }

    private static int Gallop<T>(ReadOnlySpan<T> few, ReadOnlySpan<T> many)
        where T : unmanaged, IBinaryInteger<T>
    {
        var shared = 0;
        foreach (var value in few)
        {
            var bound = 1;
            while (bound < many.Length && many[bound] < value) bound *= 2;
            var at = many[..Math.Min(bound + 1, many.Length)].BinarySearch(value);
            if (at >= 0) shared++;
            many = many[(at >= 0 ? at + 1 : ~at)..];
            if (many.IsEmpty) break;
        }
        return shared;
    }
}
