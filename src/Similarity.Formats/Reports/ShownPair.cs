namespace Similarity.Formats;

/// <summary>A pair to label, with what a person needs to see of it. Texts are as hostile as the input.</summary>
internal sealed record ShownPair(SampledPair Pair, ShownArticle A, DateTimeOffset? PublishedA, ShownArticle B, DateTimeOffset? PublishedB);
