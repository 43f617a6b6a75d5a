using CsCheck;

namespace Similarity.Storage.Tests;

public sealed class GoneTextsTests
{
    [Fact]
    public void It_counts_what_a_set_counts() =>
        Gen.Select(Gen.Int[0, 200_000].Array[0, 200], Gen.Int[0, 200_000], Gen.Int[0, 100_000]).Sample((texts, first, length) =>
        {
            var gone = new GoneTexts();
            foreach (var text in texts) gone.Add(text);
            Assert.All(texts, text => Assert.True(gone.Contains(text)));
            Assert.Equal(texts.Distinct().Count(text => text >= first && text < first + length), gone.CountIn(first, first + length));
        });
}
