namespace Similarity.Formats;

/// <summary>
/// Writes the text groups: as JSON Lines a group a line with its members inside it, as Parquet a member a row, because
/// flat rows are what table tools join.
/// </summary>
internal static class GroupsReport
{
    private static readonly ReportColumn[] Columns =
    [
        new("group", ReportColumnType.Text),
        new("canonical", ReportColumnType.Text),
        new("id", ReportColumnType.Text),
        new("role", ReportColumnType.Text),
        .. MatchEvidence.Columns,
    ];

    public static Task WriteAsync(DeduplicationResult result, ReportTables tables, CancellationToken cancellation) =>
        tables.Format == TableFormat.JsonLines
            ? WriteNestedAsync(result, tables, cancellation)
            : WriteFlatAsync(result, tables, cancellation);

    private static async Task WriteNestedAsync(DeduplicationResult result, ReportTables tables, CancellationToken cancellation)
    {
        await using var file = tables.CreateJsonLines("groups");
        foreach (var group in result.Groups)
        {
            file.Json.WriteStartObject();
            file.Json.WriteString("group"u8, group.Id);
            file.Json.WriteString("canonical"u8, result.Utf8IdOf(group.Canonical));
            file.Json.WriteNumber("size"u8, group.Members.Count + 1);
            file.Json.WriteStartArray("members"u8);
            foreach (var member in group.Members) WriteMatch(member.Article, member);
            file.Json.WriteEndArray();
            file.Json.WritePropertyName("derived_from"u8);
            if (group.DerivedFrom is { } source) WriteMatch(source.Other, source);
            else file.Json.WriteNullValue();
            file.Json.WriteEndObject();
            await file.EndLineAsync(cancellation);
        }
        await file.CompleteAsync(cancellation);

        void WriteMatch(int article, Match match)
        {
            file.Json.WriteStartObject();
            file.Json.WriteString("id"u8, result.Utf8IdOf(article));
            MatchEvidence.Write(file.Json, match);
            file.Json.WriteEndObject();
        }
    }

    private static async Task WriteFlatAsync(DeduplicationResult result, ReportTables tables, CancellationToken cancellation)
    {
        await using var table = tables.Create("groups", Columns);
        foreach (var group in result.Groups)
        {
            await WriteRowAsync(group, group.Canonical, "canonical", null);
            foreach (var member in group.Members) await WriteRowAsync(group, member.Article, "member", member);
            if (group.DerivedFrom is { } source) await WriteRowAsync(group, source.Other, "source", source);
        }
        await table.CompleteAsync(cancellation);

        async ValueTask WriteRowAsync(TextGroup group, int article, string role, Match? match)
        {
            table.Text(group.Id);
            table.Text(result.Utf8IdOf(group.Canonical));
            table.Text(result.Utf8IdOf(article));
            table.Text(role);
            MatchEvidence.Write(table, match);
            await table.EndRowAsync(cancellation);
        }
    }
}
