namespace Similarity.Storage;

/// <summary>A text that is to be placed among others, and the article that it is read from.</summary>
/// <param name="Text">Its features; its number is larger than that of any other.</param>
/// <param name="Article">The article; it must not change meanwhile.</param>
/// <param name="Postings">Who shares its keys, as far as that was looked up ahead.</param>
internal sealed record PlacedText(StoredText Text, ArticleBuffer Article, SealedPostings Postings);
