namespace Similarity.FastText;

/// <summary>
/// The words around a place of a line: for each the sum of its rows as it entered, and the gradient that gathers for them until it leaves.
/// </summary>
/// <param name="places">How many words are around at a time.</param>
/// <param name="dimension">Floats a row.</param>
internal sealed unsafe class ContextSums(int places, int dimension)
{
    private readonly float[] _floats = GC.AllocateArray<float>(2 * places * dimension, pinned: true);

    /// <summary>The sum of the rows of the word at a place of the line.</summary>
    public float* SumAt(int place) => Start + (2 * (place % places) * dimension);

    /// <summary>The gradient of these rows.</summary>
    public float* GradientAt(int place) => SumAt(place) + dimension;

    /// <summary>Makes both zero.</summary>
    public void Clear(int place) => new Span<float>(SumAt(place), 2 * dimension).Clear();

    private float* Start => (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _floats[0]);
}
