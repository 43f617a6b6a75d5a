namespace Similarity.FastText;

/// <summary>How vectors of articles are made of those of words.</summary>
public sealed record ArticleEmbedderOptions
{
    /// <summary>
    /// The a of the smooth inverse frequency a / (a + p) by which a word of probability p counts (Arora, Liang and Ma 2017). Above 0; what is
    /// larger than the frequency of the commonest words makes all count alike.
    /// </summary>
    public double Smoothing
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Smoothing), value, "Smoothing must be above 0.");
    } = 1e-3;

    /// <summary>How much a word of the title counts against one of the body, 0 to 100.</summary>
    public float TitleWeight
    {
        get;
        init => field = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(TitleWeight), value, "TitleWeight must be from 0 to 100.");
    } = 2;

    /// <summary>What of a page is text; as a run has it.</summary>
    public FeatureOptions Features { get; init; } = new();
}
