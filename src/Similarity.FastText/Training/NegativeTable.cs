namespace Similarity.FastText;

/// <summary>
/// Draws outputs at random, each as often as the square root of its count is of all: by the alias method (Walker 1977, Vose 1991), eight bytes
/// an output where the original has a table of ten million numbers.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class NegativeTable
{
    private readonly (float Share, int Alias)[] _columns;

    public NegativeTable(ReadOnlySpan<long> counts)
    {
        var count = counts.Length;
        _columns = new (float, int)[count];
        var weights = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++) sum += weights[i] = Math.Sqrt(Math.Max(1, counts[i]));
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var i = count - 1; i >= 0; i--)
        {
            weights[i] *= count / sum;
            (weights[i] < 1 ? small : large).Push(i);
        }
        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            _columns[less] = ((float)weights[less], more);
            weights[more] -= 1 - weights[less];
            (weights[more] < 1 ? small : large).Push(more);
        }
        foreach (var rest in small.Concat(large)) _columns[rest] = (1, rest);
    }

    /// <summary>The output that 64 random bits stand for.</summary>
    public int Draw(ulong bits)
    {
        var column = (int)(((bits >> 32) * (ulong)_columns.Length) >> 32);
        ref var drawn = ref _columns[column];
        return (uint)bits * (1f / 4294967296f) < drawn.Share ? column : drawn.Alias;
    }
}
