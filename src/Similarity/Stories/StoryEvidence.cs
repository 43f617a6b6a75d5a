namespace Similarity;

/// <summary>Why an article is in its story: what its text has in common with the one in the story that it is closest to.</summary>
/// <param name="Other">Index of the article with that text.</param>
/// <param name="Closeness">How close the two are: <paramref name="Cosine"/> less <paramref name="Level"/> and less what days and outlet take off.</param>
/// <param name="Cosine">TF-IDF cosine of the two texts, 0 to 1.</param>
/// <param name="Level">Mean of the two texts' neighbourhood levels: what texts around them have in common, 0 to 1.</param>
/// <param name="Days">Whole days between the two; <see langword="null"/> where a date is missing.</param>
/// <param name="SameOutlet">Whether one outlet published both.</param>
/// <param name="MeanCloseness">Mean closeness to all other texts of the story: what average linkage decides by.</param>
/// <param name="Embedding">Cosine of the vectors of an embedder, −1 to 1; <see langword="null"/> where there is none. It finds candidates and decides nothing.</param>
/// <param name="Terms">The terms that bring the two closest, heaviest first.</param>
public sealed record StoryEvidence(
    int Other, double Closeness, double Cosine, double Level, int? Days, bool SameOutlet, double MeanCloseness, double? Embedding, IReadOnlyList<string> Terms)
{
    /// <summary>What days and outlet take off closeness.</summary>
    public double Penalty => Cosine - Level - Closeness;
}
