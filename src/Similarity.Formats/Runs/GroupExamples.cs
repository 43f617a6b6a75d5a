namespace Similarity.Formats;

/// <summary>Chooses a few groups to show: the largest, and one for each kind of match that they leave out.</summary>
internal static class GroupExamples
{
    private const int Largest = 3;
    private const int MembersShown = 6;

    public static IReadOnlyList<GroupExample> Choose(DeduplicationResult result, IArticleTexts texts)
    {
        var chosen = result.Groups.OrderByDescending(group => group.Members.Count).ThenBy(group => group.Canonical).Take(Largest).ToList();
        foreach (var kind in Enum.GetValues<MatchKind>())
        {
            if (chosen.Any(group => Shows(group, kind))) continue;
            if (result.Groups.FirstOrDefault(group => Shows(group, kind)) is { } group) chosen.Add(group);
        }
        var shown = new ArticleShowing(texts);
        return
        [
            .. chosen.Select(group => new GroupExample(
                group,
                Show(group.Canonical),
                [.. group.Members.OrderBy(member => member.Kind).Take(MembersShown).Select(member => (Show(member.Article), member))])),
        ];

        ShownArticle Show(int article) => shown.Show(article, result.IdOf(article));
    }

    private static bool Shows(TextGroup group, MatchKind kind) =>
        group.Members.Take(MembersShown).Any(member => member.Kind == kind);
}
