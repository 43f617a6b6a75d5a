using CsCheck;

namespace Similarity.Tests;

public sealed class BucketTests
{
    [Fact]
    public void In_a_small_bucket_all_meet_once()
    {
        var pairs = PairsOf(size: 24);
        Assert.Equal(24 * 23 / 2, pairs.Count);
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
    }

    [Theory]
    [InlineData(25)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void In_a_large_bucket_a_text_meets_a_constant_number(int size)
    {
        var pairs = PairsOf(size);
        Assert.InRange(pairs.Count, size - 1, 5 * size);
        Assert.Equal(pairs.Count, pairs.Distinct().Count());
    }

    [Fact]
    public void In_a_large_bucket_every_text_meets_the_most_preferred_and_the_one_before_it()
    {
        var pairs = PairsOf(size: 1000).ToHashSet();
        Assert.All(Enumerable.Range(1, 999), place => Assert.Contains((0, place), pairs));
        Assert.All(Enumerable.Range(1, 999), place => Assert.Contains((place - 1, place), pairs));
    }

    [Fact]
    public void Every_member_is_found_at_its_place() => Gen.OneOf(Gen.Int[0, 100], Gen.Int[0, int.MaxValue], Gen.Int[int.MaxValue - 50, int.MaxValue]).Array[1, 60].Sample(some =>
    {
        var bucket = some.Distinct().Order().ToArray();
        return bucket.Index().All(member => Bucket.PlaceOf(member.Item, bucket) == member.Index);
    });

    private static List<(int Smaller, int Larger)> PairsOf(int size)
    {
        var pairs = new List<(int, int)>();
        for (var place = 0; place < size; place++)
        {
            var (leaders, nearest) = Bucket.Meets(size, place);
            var (from, length) = nearest.GetOffsetAndLength(size);
            pairs.AddRange(Enumerable.Range(0, leaders).Concat(Enumerable.Range(from, length)).Select(other => (other, place)));
        }
        return pairs;
    }
}
