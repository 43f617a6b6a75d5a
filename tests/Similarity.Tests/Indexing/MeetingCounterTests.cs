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
                var expected = ranks.CountBy(rank => rank).Select(met => (met.Key, met.Value)).OrderByDescending(met => met.Value).ThenBy(met => met.Key).ToList();
                return counter.MostMet(int.MaxValue, least: 1).ToArray().SequenceEqual(expected)
                    && counter.MostMet(7, least: 2).ToArray().SequenceEqual(expected.Where(met => met.Value >= 2).Take(7));
            });
        },
        iter: 50);
}
