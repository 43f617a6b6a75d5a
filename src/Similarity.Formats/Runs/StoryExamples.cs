namespace Similarity.Formats;

/// <summary>Chooses the largest stories to show, by how many texts they have.</summary>
internal static class StoryExamples
{
    private const int Largest = 4;
    private const int MembersShown = 5;

    public static IReadOnlyList<StoryExample> Choose(StoryResult result, IArticleTexts texts)
    {
        var shown = new ArticleShowing(texts);
        return
        [
            .. result.Stories.Where(story => story.Texts > 1).OrderByDescending(story => story.Texts).ThenBy(story => story.Canonical).Take(Largest).Select(story => new StoryExample(
                story,
                [
                    .. story.Articles
                        .Where(article => article == story.Canonical || result.EvidenceOf(article) is not null)
                        .OrderBy(article => article != story.Canonical)
                        .Take(MembersShown)
                        .Select(article => (shown.Show(article, result.Articles.IdOf(article)), result.EvidenceOf(article))),
                ])),
        ];
    }
}
