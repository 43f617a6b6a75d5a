namespace Similarity.FastText;

/// <summary>
/// The binary tree of a hierarchical softmax: leaves are the outputs, and the more frequent one is, the nearer to the root
/// (Huffman 1952). Which row of the output matrix a decision has follows from the order in which nodes were joined.
/// </summary>
/// <remarks>
/// Built in linear time from counts that fall, as they do in a vocabulary: the rarest leaf and the oldest joined node are
/// the candidates of each step, and of two that are equal the node is taken. Where counts do not fall it is a tree
/// nonetheless, the one that the original builds. Thread-safe.
/// </remarks>
internal sealed class HuffmanTree
{
    /// <summary>What the counts add up to at most, less one; the original takes it for a node that is not there yet.</summary>
    public const long CountLimit = 1_000_000_000_000_000;

    private readonly (int Left, int Right)[] _joined;

    /// <param name="counts">How often each output occurs, from the most frequent; 0 or more, below <see cref="CountLimit"/> together.</param>
    public HuffmanTree(ReadOnlySpan<long> counts)
    {
        Leaves = counts.Length;
        _joined = new (int, int)[Math.Max(0, Leaves - 1)];
        var sums = new long[_joined.Length];
        var (leaf, oldest) = (Leaves - 1, 0);
        for (var i = 0; i < _joined.Length; i++)
        {
            var (left, leftCount) = Take(counts, sums.AsSpan(0, i), ref leaf, ref oldest);
            var (right, rightCount) = Take(counts, sums.AsSpan(0, i), ref leaf, ref oldest);
            _joined[i] = (left, right);
            sums[i] = leftCount + rightCount;
        }
    }

    /// <summary>Outputs.</summary>
    public int Leaves { get; }

    /// <summary>The node that every way begins at; where there is one output, its leaf.</summary>
    public int Root => Leaves + _joined.Length - 1;

    /// <summary>Whether a node is an output, whose number it then is.</summary>
    public bool IsLeaf(int node) => node < Leaves;

    /// <summary>The row of the output matrix that decides at a node that is no leaf.</summary>
    public int RowOf(int node) => node - Leaves;

    /// <summary>Where the ways go on from a node that is no leaf; the decision gives the probability of the right one.</summary>
    public (int Left, int Right) Below(int node) => _joined[node - Leaves];

    private (int Node, long Count) Take(ReadOnlySpan<long> counts, ReadOnlySpan<long> sums, ref int leaf, ref int oldest)
    {
        if (oldest >= sums.Length || (leaf >= 0 && counts[leaf] < sums[oldest])) return (leaf, counts[leaf--]);
        return (Leaves + oldest, sums[oldest++]);
    }
}
