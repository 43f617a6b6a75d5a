namespace Similarity.Tests;

public sealed class BucketPairsTests
{
    [Fact]
    public void A_small_bucket_gives_all_its_pairs()
    {
        var pairs = Collect(Bucket(key: 5, size: 12));
        Assert.Equal(12 * 11 / 2, pairs.Length);
    }

    [Fact]
    public void A_large_bucket_gives_a_constant_number_of_pairs_a_text()
    {
        var pairs = Collect(Bucket(key: 5, size: 100_000));
        Assert.InRange(pairs.Length, 100_000, 8 * 100_000);
    }

    [Fact]
    public void In_a_large_bucket_every_text_meets_the_most_preferred()
    {
        var pairs = Collect(Bucket(key: 5, size: 1000)).ToHashSet();
        Assert.All(Enumerable.Range(1, 999), rank => Assert.Contains((ulong)rank, pairs));
    }

    [Fact]
    public void Texts_of_different_buckets_do_not_meet()
    {
        ulong[] postings = [.. Bucket(1, 3), .. Bucket(2, 3).Select(posting => posting + 10)];
        Assert.All(Collect(postings), pair => Assert.Equal(pair >> 32 >= 10, (uint)pair >= 10));
    }

    private static ulong[] Bucket(uint key, int size) =>
        [.. Enumerable.Range(0, size).Select(rank => ((ulong)key << 32) | (uint)rank)];

    private static ulong[] Collect(ulong[] postings)
    {
        var pairs = new PairCollector();
        BucketPairs.Collect(postings, times: PairCollector.Admission, pairs);
        return pairs.Admitted();
    }
}
