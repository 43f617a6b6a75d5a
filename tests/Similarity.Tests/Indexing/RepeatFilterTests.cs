using CsCheck;

namespace Similarity.Tests;

public sealed class RepeatFilterTests
{
    [Fact]
    public void Every_key_that_repeats_may_repeat() => Gen.OneOf(Gen.UInt.Array[0, 300], Gen.UInt[0, 200].Array[0, 300]).Sample(keys =>
    {
        var filter = Filled(keys);
        return keys.GroupBy(key => key).Where(group => group.Count() > 1).All(group => filter.MayRepeat(group.Key));
    });

    [Fact]
    public void Few_of_the_keys_that_occur_once_may_repeat()
    {
        var keys = Enumerable.Range(0, 100_000).Select(i => (uint)Mixing.Avalanche((ulong)i)).Distinct().ToArray();
        var filter = Filled(keys);
        Assert.InRange(keys.Count(filter.MayRepeat), 1, keys.Length / 4);
    }

    [Fact]
    public void What_was_noted_before_is_forgotten()
    {
        var filter = Filled([7, 7]);
        Assert.True(filter.MayRepeat(7));
        filter.Reset(2);
        filter.Add(7);
        Assert.False(filter.MayRepeat(7));
    }

    private static RepeatFilter Filled(uint[] keys)
    {
        var filter = new RepeatFilter();
        filter.Reset(keys.Length);
        foreach (var key in keys) filter.Add(key);
        return filter;
    }
}
