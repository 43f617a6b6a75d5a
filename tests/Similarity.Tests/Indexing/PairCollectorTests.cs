using CsCheck;

namespace Similarity.Tests;

public sealed class PairCollectorTests
{
    private static readonly Gen<Candidate[]> Meetings =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Where(pair => pair.Item1 != pair.Item2)
            .Select(pair => new Candidate(pair.Item1, pair.Item2)).Array[0, 200];

    [Fact]
    public void Each_pair_comes_once_in_order() => Meetings.Sample(meetings =>
    {
        var pairs = new PairCollector();
        foreach (var meeting in meetings) pairs.Add(meeting);
        return pairs.Distinct().SequenceEqual(Expected(meetings));
    });

    [Fact]
    public void It_does_not_matter_who_collected_what() => Gen.Select(Meetings, Gen.Int[0, 200]).Sample((meetings, cut) =>
    {
        var (one, other) = (new PairCollector(), new PairCollector());
        foreach (var (i, meeting) in meetings.Index()) (i < cut ? one : other).Add(meeting);
        one.Merge(other);
        return one.Distinct().SequenceEqual(Expected(meetings));
    });

    [Fact]
    public void Nothing_is_lost_when_the_buffer_overflows()
    {
        var pairs = new PairCollector();
        for (var i = 0; i < 2_500_000; i++) pairs.Add(new Candidate(i % 1000, 1000 + (i % 999)));
        Assert.Equal(999_000, pairs.Distinct().Length);
    }

    [Fact]
    public void A_candidate_keeps_its_ranks_whatever_their_order_and_size() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Sample((a, b) =>
    {
        var candidate = new Candidate(a, b);
        return candidate.Smaller == Math.Min(a, b) && candidate.Larger == Math.Max(a, b);
    });

    private static Candidate[] Expected(Candidate[] meetings) =>
        [.. meetings.Distinct().OrderBy(pair => pair.Packed)];
}
