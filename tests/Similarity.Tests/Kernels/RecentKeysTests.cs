namespace Similarity.Tests;

public sealed class RecentKeysTests
{
    [Fact]
    public void Keys_are_remembered_as_the_table_grows()
    {
        var keys = new RecentKeys();
        for (var i = 0; i < 100_000; i++) Assert.Equal(0u, keys.Get(Key(i), (uint)i + 1, out _));
        var remembered = Enumerable.Range(0, 100_000).Count(i => keys.Find(Key(i)) == (uint)i + 1);
        Assert.InRange(remembered, 80_000, 100_000);
    }

    [Fact]
    public void A_key_keeps_its_first_value_until_it_is_set()
    {
        var keys = new RecentKeys();
        Assert.Equal(0u, keys.Get(Key(1), 5, out var isNew));
        Assert.True(isNew);
        Assert.Equal(5u, keys.Get(Key(1), 9, out isNew));
        Assert.False(isNew);
        keys.Set(Key(1), 7);
        Assert.Equal(7u, keys.Find(Key(1)));
        Assert.Equal(0u, keys.Find(Key(2)));
    }

    [Fact]
    public void However_many_keys_come_the_latest_are_remembered()
    {
        var keys = new RecentKeys();
        for (var i = 0; i < 4_000_000; i++) _ = keys.Get(Key(i), (uint)i + 1, out _);
        Assert.InRange(Enumerable.Range(3_999_000, 1000).Count(i => keys.Find(Key(i)) == (uint)i + 1), 990, 1000);
        Assert.InRange(Enumerable.Range(0, 1000).Count(i => keys.Find(Key(i)) == (uint)i + 1), 0, 300);
    }

    private static ulong Key(int i) => Mixing.Avalanche((ulong)i + 77);
}
