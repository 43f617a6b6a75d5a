namespace Similarity.Formats;

/// <summary>Writes a row an article, in input order: its group, whether it stays, and its story where stories were asked for.</summary>
internal static class MembershipsReport
{
    private static readonly ReportColumn[] Columns =
    [
        .. ArticleIdentity.Columns,
        new("id_derived", ReportColumnType.Flag),
        new("group", ReportColumnType.Text),
        new("kept", ReportColumnType.Flag),
    ];

    public static async Task WriteAsync(DeduplicationResult result, StoryResult? stories, Func<int, ArticlePlace> placeOf, ReportTables tables, CancellationToken cancellation)
    {
        await using var table = tables.Create("memberships", stories is null ? Columns : [.. Columns, new("story", ReportColumnType.Text)]);
        for (var article = 0; article < result.Count; article++)
        {
            ArticleIdentity.Write(table, result, article, placeOf(article));
            table.Flag(result.IdIsDerived(article));
            table.Text(result.GroupOf(article)?.Id);
            table.Flag(result.RemovalOf(article) is null);
            if (stories is not null) table.Text(stories.StoryOf(article)?.Id);
            await table.EndRowAsync(cancellation);
        }
        await table.CompleteAsync(cancellation);
    }
}
