using CsCheck;

namespace Similarity.Tests;

public sealed class GrowingPostingsTests
{
    /// <summary>The oracle is an index of the texts that are left alone; a layer that of all of them.</summary>
    [Fact]
    public void What_was_taken_out_is_found_no_more() => Gen.Select(Gen.UInt[1, 12].Array[1, 8].Array[2, 40], Gen.Int[0, 10_000], Gen.Int[1, 50]).Sample((texts, seed, nearest) =>
    {
        var vectors = new GrowingTermVectors();
        foreach (var text in texts)
        {
            uint[] terms = [.. text.Distinct().Order()];
            vectors.Add(0, terms, [.. terms.Select(_ => (ushort)1)]);
        }
        bool[] isLeft = [.. texts.Select((_, i) => Mixing.Avalanche((ulong)(seed + i)) % 3 > 0 && i >= seed % 4)];
        var (postings, below, left) = (new GrowingPostings(4), new GrowingPostings(4), new GrowingPostings(4));
        var layer = new LayeredPostings(below);
        for (var text = 0; text < texts.Length; text++)
        {
            postings.Add(vectors, text);
            if (isLeft[text]) left.Add(vectors, text);
            if (isLeft[text] && text < texts.Length / 2) below.Add(vectors, text);
            else if (isLeft[text]) layer.Add(vectors, text);
        }
        for (var text = 0; text < texts.Length; text++)
        {
            if (!isLeft[text]) postings.Remove(vectors, text);
        }
        for (var term = 0; term < vectors.Terms; term++)
        {
            Assert.Equal(left.CountOf(term), postings.CountOf(term));
            Assert.Equal(left.CountOf(term), layer.CountOf(term));
            foreach (var place in new[] { 0, texts.Length / 2, texts.Length })
            {
                Assert.Equal(Found(left), Found(postings));
                Assert.Equal(Found(left), Found(layer));

                (int, float)[] Found(HeavyPostings some) => some.Of(term, place, nearest) is var (places, weights) ? [.. places.ToArray().Zip(weights.ToArray())] : [];
            }
        }
    });
}
