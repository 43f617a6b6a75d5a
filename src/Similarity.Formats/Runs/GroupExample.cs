namespace Similarity.Formats;

/// <summary>A text group with enough of its articles to show it to a person.</summary>
/// <param name="Group">The group and its evidence.</param>
/// <param name="Canonical">The article that stands for it.</param>
/// <param name="Members">The first few members.</param>
public sealed record GroupExample(
    TextGroup Group, ShownArticle Canonical, IReadOnlyList<(ShownArticle Article, Match Match)> Members);
