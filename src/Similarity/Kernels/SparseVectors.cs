using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>Products of vectors of which only what is not 0 is stored: ascending places, and their values.</summary>
internal static class SparseVectors
{
    private const int Block = 8;

    /// <summary>So many places are passed over at once where one vector has far fewer than the other.</summary>
    private const int Stride = 64;

    /// <summary>
    /// The product of two vectors, in double precision. Products of equal places are added from the first to the last, so the sum has the same bits on every
    /// machine, and whichever vector comes first.
    /// </summary>
    public static double Dot(ReadOnlySpan<int> placesA, ReadOnlySpan<float> valuesA, ReadOnlySpan<int> placesB, ReadOnlySpan<float> valuesB) =>
        placesA.Length <= placesB.Length ? Find(placesA, valuesA, placesB, valuesB) : Find(placesB, valuesB, placesA, valuesA);

    /// <summary>The specification.</summary>
    /// <param name="placesA">Places of one vector, ascending.</param>
    /// <param name="valuesA">Their values.</param>
    /// <param name="placesB">Places of the other.</param>
    /// <param name="valuesB">Their values.</param>
    /// <param name="sum">What products of earlier places add up to, which these are added to one by one.</param>
    internal static double Walk(ReadOnlySpan<int> placesA, ReadOnlySpan<float> valuesA, ReadOnlySpan<int> placesB, ReadOnlySpan<float> valuesB, double sum = 0)
    {
        var (i, j) = (0, 0);
        while (i < placesA.Length && j < placesB.Length)
        {
            var (a, b) = (placesA[i], placesB[j]);
            if (a == b) sum += (double)valuesA[i] * valuesB[j];
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum;
    }

    /// <summary>Looks for each place of the shorter vector in the block of the longer one that can hold it.</summary>
    private static double Find(ReadOnlySpan<int> few, ReadOnlySpan<float> fewValues, ReadOnlySpan<int> many, ReadOnlySpan<float> manyValues)
    {
        var (sum, at) = (0.0, 0);
        for (var i = 0; i < few.Length; i++)
        {
            var place = few[i];
            while (at + Stride <= many.Length && many[at + Stride - 1] < place) at += Stride;
            while (at + Block <= many.Length && many[at + Block - 1] < place) at += Block;
            if (at + Block > many.Length) return Walk(few[i..], fewValues[i..], many[at..], manyValues[at..], sum);
            var equal = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(many), (nuint)at), Vector256.Create(place)).ExtractMostSignificantBits();
            if (equal != 0) sum += (double)fewValues[i] * manyValues[at + BitOperations.TrailingZeroCount(equal)];
        }
        return sum;
    }
}
