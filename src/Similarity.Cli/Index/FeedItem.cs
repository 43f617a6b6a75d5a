using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>A record that came in: an article, or what is wrong with it.</summary>
/// <param name="Input">The file it came from; <see langword="null"/> for standard input.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Article">The article, or <see langword="null"/>.</param>
/// <param name="Fault">What is wrong, of an article too where it does without a field; or <see langword="null"/>.</param>
internal sealed record FeedItem(string? Input, long Line, ArticleBuffer? Article, RecordFault? Fault);
