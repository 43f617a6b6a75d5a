namespace Similarity;

/// <summary>
/// The texts that stories are made of: of each text group those that are no copies, and all articles that stand alone. Articles
/// without a word are in no story.
/// </summary>
internal static class StoryTexts
{
    public static List<StoryText> Of(DeduplicationResult result)
    {
        var articles = result.Table;
        var texts = new List<StoryText>();
        for (var article = 0; article < articles.Count; article++)
        {
            ref readonly var row = ref articles[article];
            if (row.Form == TextForm.Empty || result.RemovalOf(article) is not null) continue;
            var day = row.Published == long.MaxValue ? -1 : (int)(row.Published / TimeSpan.TicksPerDay);
            texts.Add(new StoryText(article, result.GroupIndexOf(article), row.Outlet, day));
        }
        return texts;
    }
}
