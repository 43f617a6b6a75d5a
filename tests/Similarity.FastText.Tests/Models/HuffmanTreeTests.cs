using CsCheck;

namespace Similarity.FastText.Tests;

public sealed class HuffmanTreeTests
{
    [Theory]
    [InlineData(new long[] { 5 }, "0")]
    [InlineData(new long[] { 5, 3 }, "(1 0)")]
    [InlineData(new long[] { 5, 3, 1 }, "((2 1) 0)")]
    [InlineData(new long[] { 1, 1, 1, 1 }, "((3 2) (1 0))")]
    public void Rare_outputs_are_joined_first(long[] counts, string expected)
    {
        var tree = new HuffmanTree(counts);
        string Write(int node) => tree.IsLeaf(node) ? $"{node}" : $"({Write(tree.Below(node).Left)} {Write(tree.Below(node).Right)})";
        Assert.Equal(expected, Write(tree.Root));
    }

    [Fact]
    public void Whatever_the_counts_every_output_has_one_way_and_every_decision_a_row_of_its_own() =>
        Gen.Long[0, HuffmanTree.CountLimit / 200].Array[1, 200].Sample(counts =>
        {
            var tree = new HuffmanTree(counts);
            var (leaves, rows) = (new List<int>(), new List<int>());
            var open = new Stack<int>([tree.Root]);
            while (open.TryPop(out var node))
            {
                if (tree.IsLeaf(node))
                {
                    leaves.Add(node);
                    continue;
                }
                rows.Add(tree.RowOf(node));
                open.Push(tree.Below(node).Left);
                open.Push(tree.Below(node).Right);
            }
            return leaves.Order().SequenceEqual(Enumerable.Range(0, counts.Length)) && rows.Order().SequenceEqual(Enumerable.Range(0, counts.Length - 1));
        });
}
