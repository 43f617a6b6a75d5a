namespace Similarity.Formats;

/// <summary>A story with enough of its articles to show it to a person.</summary>
/// <param name="Story">The story.</param>
/// <param name="Members">Its canonical, then the first few of the others that are no copies, each with its evidence.</param>
public sealed record StoryExample(Story Story, IReadOnlyList<(ShownArticle Article, StoryEvidence? Evidence)> Members);
