using CsCheck;

namespace Similarity.Tests;

public sealed class GrowingTermVectorsTests
{
    private static readonly Gen<uint[][]> Texts = Gen.UInt[1, 40].Array[1, 25].Select(terms => terms.Distinct().Order().ToArray()).Array[3, 30];

    /// <summary>The oracle has only the texts that are left, in another numbering of terms, and one that comes then.</summary>
    [Fact]
    public void A_text_weighs_as_if_those_that_left_had_never_been_there() => Gen.Select(Texts, Gen.Int[1, 20]).Sample((texts, leaving) =>
    {
        leaving = Math.Min(leaving, texts.Length - 2);
        var (vectors, fresh) = (new GrowingTermVectors(), new GrowingTermVectors());
        foreach (var text in texts[..^1]) Add(vectors, text);
        for (var text = 0; text < leaving; text++) vectors.Remove(text);
        vectors.ReuseNumbers();
        vectors.DropBefore(leaving);
        foreach (var text in texts[leaving..^1]) Add(fresh, text);
        var layer = new GrowingTermVectors(vectors);
        Add(layer, texts[^1]);
        Add(vectors, texts[^1]);
        Add(fresh, texts[^1]);
        var last = texts.Length - 1;
        Assert.Equal(vectors.TermsOf(last).ToArray(), layer.TermsOf(last).ToArray());
        Assert.Equal(vectors.WeightsOf(last).ToArray(), layer.WeightsOf(last).ToArray());
        Assert.Equal(fresh.StateOf(last - leaving).Terms, vectors.StateOf(last).Terms);
        Assert.Equal(fresh.StateOf(last - leaving).Counts, vectors.StateOf(last).Counts);
        Assert.Equal(fresh.WeightsOf(last - leaving).ToArray().Order().Select(weight => Math.Round(weight, 5)), vectors.WeightsOf(last).ToArray().Order().Select(weight => Math.Round(weight, 5)));
        Assert.Equal(fresh.FactorsOf(last - leaving).Select(term => term.Factor), vectors.FactorsOf(last).Select(term => term.Factor));
        Assert.False(vectors.Has(leaving - 1));
        Assert.InRange(vectors.Terms, fresh.Terms, 40);
    });

    [Fact]
    public void Numbers_of_terms_are_used_again_only_when_that_is_allowed()
    {
        var vectors = new GrowingTermVectors();
        Add(vectors, [1, 2]);
        vectors.Remove(0);
        Add(vectors, [3]);
        Assert.Equal(3, vectors.Terms);
        vectors.ReuseNumbers();
        Add(vectors, [4, 5]);
        Assert.Equal(3, vectors.Terms);
        Add(vectors, [6]);
        Assert.Equal(4, vectors.Terms);
    }

    private static void Add(GrowingTermVectors vectors, uint[] terms) => vectors.Add(0, terms, [.. terms.Select(term => (ushort)(1 + (term % 3)))]);
}
