using System.Numerics;

namespace Similarity;

/// <summary>
/// Finds the smallest of many values without sorting all (quickselect, Hoare 1961), as introselect does: where the pivots are bad again and
/// again, what is left is sorted, so that no input costs more than a sort.
/// </summary>
internal static class Selection
{
    /// <summary>With so few values left a sort is as fast.</summary>
    private const int Few = 24;

    /// <summary>Brings the <paramref name="count"/> smallest of <paramref name="values"/> to its front, in no particular order.</summary>
    public static void Smallest<T>(Span<T> values, int count) where T : IComparable<T>, IComparisonOperators<T, T, bool>
    {
        var rounds = 2 * BitOperations.Log2((uint)values.Length + 1);
        while (count > 0 && count < values.Length)
        {
            if (values.Length <= Few || rounds-- == 0)
            {
                values.Sort();
                return;
            }
            var (left, right) = Partition(values);
            if (count <= left) values = values[..left];
            else if (count <= right) return;
            else
            {
                values = values[right..];
                count -= right;
            }
        }
    }

    /// <summary>Parts the values around one of them: up to the first number none is greater than it, from the second on none is smaller, between they equal it.</summary>
    private static (int Left, int Right) Partition<T>(Span<T> values) where T : IComparisonOperators<T, T, bool>
    {
        var pivot = MedianOf(values[0], values[values.Length / 2], values[^1]);
        var (i, j) = (0, values.Length - 1);
        while (i <= j)
        {
            while (values[i] < pivot) i++;
            while (values[j] > pivot) j--;
            if (i > j) break;
            (values[i], values[j]) = (values[j], values[i]);
            i++;
            j--;
        }
        return (j + 1, i);
    }

    private static T MedianOf<T>(T a, T b, T c) where T : IComparisonOperators<T, T, bool>
    {
        if (b < a) (a, b) = (b, a);
        return c < a ? a : c < b ? c : b;
    }
}
