namespace Similarity.Formats;

/// <summary>The columns that say which article a row is about: ids can be missing or used twice, places cannot.</summary>
internal static class ArticleIdentity
{
    public static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("id", ReportColumnType.Text),
        new("file", ReportColumnType.Text),
        new("line", ReportColumnType.Integer),
    ];

    public static void Write(IReportTable table, DeduplicationResult result, int article, ArticlePlace place)
    {
        table.Text(result.Utf8IdOf(article));
        table.Text(place.File);
        table.Integer(place.Line);
    }
}
