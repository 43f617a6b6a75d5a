namespace Similarity;

/// <summary>Two or more articles about the same event. A story holds whole text groups.</summary>
/// <param name="Id">
/// Stable name: made of the identifier and text of its earliest article, so that articles which join later do not change it.
/// </param>
/// <param name="Canonical">
/// Index of the article that stands for the story: of its texts the one that is closest to all others, and of the articles that carry it
/// the canonical.
/// </param>
/// <param name="Articles">Indices of all its articles, in input order.</param>
/// <param name="Texts">How many different texts they are: copies count once.</param>
/// <param name="First">When the first of them was published; <see langword="null"/> where no date is known.</param>
/// <param name="Last">When the last of them was published.</param>
/// <param name="Outlets">How many outlets they have, as far as these are known.</param>
/// <param name="Terms">What it is about: the terms that weigh most in its texts, heaviest first.</param>
public sealed record Story(
    string Id,
    int Canonical,
    IReadOnlyList<int> Articles,
    int Texts,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    int Outlets,
    IReadOnlyList<string> Terms);
