using CsCheck;

namespace Similarity.Tests;

public sealed class SharedKeysTests
{
    [Fact]
    public void Finds_who_has_a_key_where_two_have_it_and_nobody_otherwise() =>
        Gen.OneOf(Gen.UInt[0, 50].Array[0, 200], Gen.UInt.Array[0, 200], Gen.UInt[uint.MaxValue - 9, uint.MaxValue].Array[0, 60]).Sample(keys =>
        {
            var postings = keys.Select((key, rank) => ((ulong)key << 32) | (uint)rank).Order().ToArray();
            var shared = new SharedKeys(postings);
            var owners = keys.Index().ToLookup(entry => entry.Item, entry => entry.Index);
            return keys.Concat([0u, 1u, 25u, 51u, uint.MaxValue, uint.MaxValue / 2]).All(key =>
                shared.Find(key).SequenceEqual(owners[key].Count() >= 2 ? owners[key].ToArray() : []));
        });

    [Fact]
    public void A_candidate_keeps_its_ranks_whatever_their_order_and_size() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Sample((a, b) =>
    {
        var candidate = new Candidate(a, b);
        return candidate.Smaller == Math.Min(a, b) && candidate.Larger == Math.Max(a, b);
    });
}
