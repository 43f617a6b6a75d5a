using CsCheck;

namespace Similarity.Tests;

public sealed class PairCollectorTests
{
    private static readonly Gen<(int, int)[]> Meetings =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Where(pair => pair.Item1 != pair.Item2).Array[0, 200];

    [Fact]
    public void Pairs_that_met_twice_are_admitted_in_order_and_once() => Meetings.Sample(meetings =>
    {
        var pairs = new PairCollector();
        foreach (var (a, b) in meetings) pairs.Add(a, b);
        return pairs.Admitted().SequenceEqual(Expected(meetings));
    });

    [Fact]
    public void It_does_not_matter_who_collected_what() => Gen.Select(Meetings, Gen.Int[0, 200]).Sample((meetings, cut) =>
    {
        var (one, other) = (new PairCollector(), new PairCollector());
        foreach (var (i, (a, b)) in meetings.Index()) (i < cut ? one : other).Add(a, b);
        one.Merge(other);
        return one.Admitted().SequenceEqual(Expected(meetings));
    });

    [Fact]
    public void Nothing_is_lost_when_the_buffer_overflows()
    {
        var pairs = new PairCollector();
        for (var i = 0; i < 2_500_000; i++) pairs.Add(i % 1000, 1000 + (i % 999));
        Assert.Equal(999_000, pairs.Admitted().Length);
    }

    private static IEnumerable<ulong> Expected((int A, int B)[] meetings) => meetings
        .GroupBy(pair => ((ulong)Math.Min(pair.A, pair.B) << 32) | (uint)Math.Max(pair.A, pair.B))
        .Where(group => group.Count() >= PairCollector.Admission)
        .Select(group => group.Key)
        .Order();
}
