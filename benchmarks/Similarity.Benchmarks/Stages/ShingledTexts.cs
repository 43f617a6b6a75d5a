namespace Similarity.Benchmarks;

/// <summary>
/// Texts of as many shingles as a benchmark asks for, 200,000 in all. Many different ones, because a branch predictor
/// learns a single short text by heart, which no run ever lets it do.
/// </summary>
internal static class ShingledTexts
{
    /// <summary>Shingles of all texts together.</summary>
    public const int Total = 200_000;

    /// <summary>Words a shingle.</summary>
    public const int Width = 5;

    /// <summary>The word hashes of <see cref="Total"/> ÷ <paramref name="shingles"/> texts.</summary>
    public static ulong[][] Words(int shingles)
    {
        var texts = new ulong[Total / shingles][];
        for (var text = 0; text < texts.Length; text++)
        {
            var random = new CorpusRandom(1, text, purpose: 12);
            texts[text] = new ulong[shingles + Width - 1];
            for (var i = 0; i < texts[text].Length; i++) texts[text][i] = random.Next();
        }
        return texts;
    }

    /// <summary>The shingles of the same texts, in text order.</summary>
    public static ulong[][] Shingles(int shingles) =>
    [
        .. Words(shingles).Select(words =>
        {
            var rolled = new ulong[shingles];
            _ = Similarity.Shingles.Roll(words, Width, rolled);
            return rolled;
        }),
    ];
}
