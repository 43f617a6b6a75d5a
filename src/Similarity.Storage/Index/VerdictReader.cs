using System.Text;

namespace Similarity.Storage;

/// <summary>Says of an article that is there how it stands to the others, as a run does.</summary>
internal static class VerdictReader
{
    public static Verdict Read(IndexRows rows, int article, FeatureOptions features)
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

    public static string? IdOf(IndexRows rows, int article) => rows.Article(article) is { } value ? Encoding.UTF8.GetString(ArticleRecord.IdOf(value)) : null;
}
