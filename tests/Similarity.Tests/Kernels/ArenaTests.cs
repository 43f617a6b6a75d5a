using CsCheck;

namespace Similarity.Tests;

public sealed class ArenaTests
{
    [Fact]
    public void Runs_come_back_as_they_were_added_across_chunks()
    {
        var arena = new Arena<int>();
        var runs = Enumerable.Range(0, 40).Select(i => Enumerable.Range(i, i * 1777 % 60_000).ToArray()).Append(new int[600_000]).ToList();
        var handles = runs.Select(run => arena.Add(run)).ToList();
        Assert.All(runs.Zip(handles), pair => Assert.True(arena.Get(pair.Second, pair.First.Length).SequenceEqual(pair.First)));
    }

    [Fact]
    public void A_chunked_list_is_a_list() => Gen.Int.Array[0, 10_000].Sample(
        values =>
        {
            var list = new ChunkedList<int>();
            foreach (var value in values) list.Add(value);
            return list.Count == values.Length && Enumerable.Range(0, values.Length).All(i => list[i] == values[i]);
        },
        iter: 20);

    [Fact]
    public void A_chunked_list_refuses_an_index_beyond_its_end() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChunkedList<int>()[0]);
}
