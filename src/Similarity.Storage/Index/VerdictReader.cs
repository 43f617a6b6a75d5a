namespace Similarity.Storage;

/// <summary>Says of an article that is there how it stands to the others, as a run does.</summary>
internal static class VerdictReader
{
    public static Verdict Read(IndexRows rows, int article, FeatureOptions features) => ReadGroup(rows, article, features) with { Story = StoryOf(rows, article) };

    /// <summary>The verdict of an article that has just been added; with what it has taken the place of, where it was preferred to that.</summary>
    public static Verdict ReadAdded(IndexRows rows, int article, FeatureOptions features, GroupChanges changes)
    {
        var verdict = Read(rows, article, features);
        if (verdict.Standing != ArticleStanding.Canonical || rows.TextOf(article) is not { } text) return verdict;
        if (changes.SupersededBy(text.Number) is not { } former || IdOf(rows, former) is not { } id || rows.TextOf(former) is not { } superseded) return verdict;
        var match = superseded.Number == text.Number ? new ArticleMatch(id, MatchKind.Identical, Deduplication.WholeOf(text.Row, features), IsRemoval: true)
            : rows.Standing(superseded.Number) is { } standing && standing.Other == text.Number ? new ArticleMatch(id, standing.Kind, standing.Overlap.Reversed(), standing.IsRemoval)
            // It matches another of the group.
            : null;
        return verdict with { Supersedes = id, Match = match };
    }

    private static Verdict ReadGroup(IndexRows rows, int article, FeatureOptions features)
    {
        var id = IdOf(rows, article) ?? throw new InvalidDataException($"The index is damaged: article {article} is missing.");
        var text = rows.TextOf(article);
        if (text is null) return new Verdict { Id = id, Standing = ArticleStanding.New };
        var standing = rows.Standing(text.Number);
        if (standing is null && text.Copies == 1) return new Verdict { Id = id, Standing = ArticleStanding.New };
        var canonical = standing is null ? text : rows.Text(standing.Canonical) ?? text;
        var verdict = new Verdict { Id = id, Standing = ArticleStanding.Canonical, Group = rows.NameOf(canonical), Canonical = IdOf(rows, canonical.Article) };
        if (article == canonical.Article) return verdict;
        if (standing is { IsRemoval: true }) return With(standing.Other, standing.Kind, standing.Overlap, isRemoval: true);
        if (article != text.Article) return With(text.Number, MatchKind.Identical, Deduplication.WholeOf(text.Row, features), isRemoval: true);
        return With(standing!.Other, standing.Kind, standing.Overlap, isRemoval: false);

        Verdict With(int other, MatchKind kind, Overlap overlap, bool isRemoval) => rows.Text(other) is { } there
            ? verdict with
            {
                Standing = isRemoval ? ArticleStanding.Copy : ArticleStanding.Related,
                Match = new ArticleMatch(IdOf(rows, there.Article) ?? "", kind, overlap, isRemoval),
            }
            // What it was measured against is gone; it stays until it is measured anew.
            : verdict with { Standing = ArticleStanding.Related };
    }

    /// <summary>The verdicts of the articles that share a text with one, itself included.</summary>
    public static IEnumerable<Verdict> OfGroup(IndexRows rows, int article, FeatureOptions features)
    {
        if (rows.TextOf(article) is not { } text) return [Read(rows, article, features)];
        var texts = rows.Standing(text.Number) is { } standing ? rows.Members(standing.Canonical) : [text.Number];
        return texts.Select(rows.Text).OfType<StoredText>().SelectMany(rows.ArticlesOf).Select(member => Read(rows, member, features));
    }

    /// <summary>The verdicts of the articles of a story.</summary>
    public static IEnumerable<Verdict> OfStory(IndexRows rows, string story, FeatureOptions features)
    {
        var texts = new SortedSet<int>(rows.StoryTexts(story));
        // Copies take no part, and are where what they copy is.
        foreach (var text in texts.ToList())
        {
            if (rows.Standing(text) is { } standing) texts.UnionWith(rows.Members(standing.Canonical));
        }
        return texts.Select(rows.Text).OfType<StoredText>().SelectMany(rows.ArticlesOf).Where(article => StoryOf(rows, article) == story).Select(article => Read(rows, article, features));
    }

    /// <summary>The story of an article: that of its text, or of what its text was measured against.</summary>
    public static string? StoryOf(IndexRows rows, int article)
    {
        if (rows.TextOf(article) is not { } text) return null;
        if (rows.Story(text.Number) is { } own) return own;
        return rows.Standing(text.Number) is { } standing ? rows.Story(standing.Other) ?? rows.Story(standing.Canonical) : null;
    }

    public static string? IdOf(IndexRows rows, int article) => rows.IdOf(article);
}
