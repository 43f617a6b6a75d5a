using CsCheck;

namespace Similarity.Tests;

public sealed class TermIndexTests
{
    [Fact]
    public void Products_are_those_of_the_vectors_whether_many_or_few_have_a_term() =>
        Gen.Select(Gen.Int[1, 300], Gen.ULong).Sample((texts, seed) =>
        {
            var table = new TermTable();
            for (var text = 0; text < texts; text++)
            {
                // Term t is in about one text of t: some in nearly all, some in a few.
                uint[] terms = [.. Enumerable.Range(1, 60).Where(t => Mixing.Avalanche(seed + ((ulong)text * 64) + (ulong)t) % (ulong)t == 0).Select(t => (uint)t * 1000)];
                table.Add(0, terms, [.. terms.Select(_ => (ushort)1)]);
            }
            var vectors = new CollectedTermVectors(table, BackgroundFrequencies.Default);
            var index = new TermIndex(vectors, place => place, texts);
            var products = new float[texts];
            for (var text = 0; text < texts; text++)
            {
                index.Accumulate(vectors.TermsOf(text), vectors.WeightsOf(text), products);
                for (var other = 0; other < texts; other++)
                {
                    var sum = 0f;
                    var theirs = vectors.TermsOf(other);
                    for (var i = 0; i < vectors.TermsOf(text).Length; i++)
                    {
                        var at = theirs.BinarySearch(vectors.TermsOf(text)[i]);
                        if (at >= 0) sum += vectors.WeightsOf(text)[i] * vectors.WeightsOf(other)[at];
                    }
                    if (BitConverter.SingleToInt32Bits(sum) != BitConverter.SingleToInt32Bits(products[other])) return false;
                }
            }
            return true;
        }, iter: 30);
}
