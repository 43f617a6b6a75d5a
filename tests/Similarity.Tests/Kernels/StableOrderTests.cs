using CsCheck;

namespace Similarity.Tests;

public sealed class StableOrderTests
{
    [Fact]
    public void Sorts_one_after_the_other_are_a_sort_by_several_keys() =>
        Gen.Select(Gen.UInt[0, 5], Gen.UInt).Array[0, 2000].Sample(keys =>
        {
            var order = new StableOrder(keys.Length);
            order.SortBy(i => keys[i].Item2);
            order.SortBy(i => keys[i].Item1);
            var expected = Enumerable.Range(0, keys.Length).OrderBy(i => keys[i].Item1).ThenBy(i => keys[i].Item2);
            return order.Items.SequenceEqual(expected);
        });
}
