using CsCheck;

namespace Similarity.Tests;

public sealed class MeetingCounterTests
{
    [Fact]
    public void Counts_like_a_dictionary_again_and_again() => Gen.OneOf(Gen.Int[0, 50], Gen.Int[0, int.MaxValue]).Array[0, 3000].Array[1, 3].Sample(
        rounds =>
        {
            var counter = new MeetingCounter();
            return rounds.All(ranks =>
            {
                counter.Clear();
                foreach (var rank in ranks) counter.Meet(rank);
                var counted = Enumerable.Range(0, counter.Count).Select(i => counter[i]).OrderBy(met => met.Rank);
                return counted.SequenceEqual(ranks.CountBy(rank => rank).Select(met => (met.Key, met.Value)).OrderBy(met => met.Key));
            });
        },
        iter: 50);
}
