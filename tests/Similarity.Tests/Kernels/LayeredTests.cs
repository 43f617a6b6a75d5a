using CsCheck;

namespace Similarity.Tests;

/// <summary>A layer reads as what is below with its own changes, and leaves that as it is.</summary>
public sealed class LayeredTests
{
    [Fact]
    public void A_layered_list_reads_as_a_copy_that_was_changed() => Gen.Select(Gen.Int[0, 30].Array[0, 40], Gen.Select(Gen.Int[0, 60], Gen.Int[0, 2]).Array[0, 40]).Sample((items, changes) =>
    {
        var below = new LayeredList<int>();
        foreach (var item in items) below.Add(item);
        var layer = new LayeredList<int>(below);
        for (var round = 0; round < 2; round++)
        {
            List<int> expected = [.. items];
            foreach (var (value, kind) in changes)
            {
                if (kind == 0 || expected.Count == 0)
                {
                    expected.Add(value);
                    layer.Add(value);
                    continue;
                }
                expected[value % expected.Count] = value;
                layer[value % expected.Count] = value;
                Assert.True(layer.IsOwn(value % expected.Count));
            }
            Assert.Equal(expected, layer);
            Assert.Equal(expected.Count, layer.Count);
            Assert.Equal(items, below);
            layer.Clear();
            Assert.Equal(items, layer);
        }
    });

    [Fact]
    public void Items_keep_their_numbers_when_the_beginning_goes()
    {
        var list = new LayeredList<int>();
        for (var i = 0; i < 10_000; i++)
        {
            list.Add(i);
            list.DropBefore(Math.Max(0, i - 50));
            Assert.Equal(i + 1, list.Count);
            Assert.InRange(list.First, Math.Max(0, i - 50 - 1100), Math.Max(0, i - 50));
            Assert.Equal(i, list[i]);
            Assert.Equal(Math.Max(0, i - 50), list[Math.Max(0, i - 50)]);
        }
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => list[5] = 1);
    }

    [Fact]
    public void A_layered_map_reads_as_a_copy_that_was_changed() => Gen.Select(Gen.Int[0, 20].Array[0, 20], Gen.Select(Gen.Int[0, 30], Gen.Bool).Array[0, 40]).Sample((keys, changes) =>
    {
        var below = new LayeredMap<int, int>();
        foreach (var key in keys) below.Set(key, key);
        var layer = new LayeredMap<int, int>(below);
        var expected = keys.Distinct().ToDictionary(key => key);
        foreach (var (key, removes) in changes)
        {
            if (removes)
            {
                Assert.Equal(expected.Remove(key), layer.Remove(key));
                continue;
            }
            expected[key] = key * 2;
            layer.Set(key, key * 2);
        }
        Assert.Equal(expected.Count, layer.Count);
        Assert.All(Enumerable.Range(0, 31), key => Assert.Equal((expected.TryGetValue(key, out var value), value), (layer.TryGetValue(key, out var found), found)));
        Assert.All(Enumerable.Range(0, 31), key => Assert.Equal(keys.Contains(key), below.TryGetValue(key, out _)));
        layer.Clear();
        Assert.Equal(below.Count, layer.Count);
    });
}
