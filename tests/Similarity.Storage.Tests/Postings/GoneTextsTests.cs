using CsCheck;

namespace Similarity.Storage.Tests;

public sealed class GoneTextsTests
{
    [Fact]
    public void It_counts_what_a_set_counts() =>
        Gen.Select(Gen.Int[0, 200_000].Array[0, 200], Gen.Int[0, 200_000], Gen.Int[0, 100_000]).Sample((texts, first, length) =>
        {
            var gone = GoneTexts.None.With(texts);
            var some = GoneTexts.None;
            foreach (var (place, text) in texts.Index())
            {
                var before = some;
                some = before.With([text]);
                Assert.Equal(texts.Take(place).Contains(text), before.Contains(text));
            }
            Assert.All(texts, text => Assert.True(gone.Contains(text) && some.Contains(text)));
            Assert.Equal(0, GoneTexts.None.CountIn(0, int.MaxValue));
            Assert.Equal(texts.Distinct().Count(text => text >= first && text < first + length), gone.CountIn(first, first + length));
        });
}
