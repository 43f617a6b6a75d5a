namespace Similarity.FastText.Tests;

public sealed class KeyedNumbersTests
{
    [Fact]
    public void Every_number_of_a_key_is_found_in_the_order_of_adding()
    {
        var random = new Random(1);
        var expected = new Dictionary<uint, List<int>>();
        var numbers = new KeyedNumbers(5000);
        for (var i = 0; i < 5000; i++)
        {
            var key = (uint)random.Next(-1000, 1000);
            if (!expected.TryGetValue(key, out var list)) expected.Add(key, list = []);
            list.Add(i);
            Assert.True(numbers.TryAdd(key, i));
        }
        for (var key = -1200; key < 1200; key++) Assert.Equal(expected.GetValueOrDefault((uint)key, []), Find(numbers, (uint)key));
    }

    [Fact]
    public void Keys_that_crowd_are_refused_and_do_not_cost_time()
    {
        var numbers = new KeyedNumbers(100_000);
        var added = 0;
        for (var i = 0; i < 100_000; i++)
        {
            if (numbers.TryAdd(7, i)) added++;
        }
        Assert.Equal(1024, added);
        Assert.Equal(Enumerable.Range(0, added), Find(numbers, 7));
        Assert.Empty(Find(numbers, 8));
    }

    [Fact]
    public void Three_million_hashes_of_words_do_not_crowd()
    {
        var numbers = new KeyedNumbers(3_000_000);
        for (var i = 0; i < 3_000_000; i++) Assert.True(numbers.TryAdd(Fnv1a.Compute(System.Text.Encoding.UTF8.GetBytes($"word{i}")), i));
    }

    private static List<int> Find(KeyedNumbers numbers, uint key)
    {
        var found = new List<int>();
        var step = 0;
        while (numbers.Next(key, ref step) is var number && number >= 0) found.Add(number);
        return found;
    }
}
