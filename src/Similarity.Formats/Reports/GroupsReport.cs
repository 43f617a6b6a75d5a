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
        new("kept", ReportColumnType.Flag),
        new("matches", ReportColumnType.Text),
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
            foreach (var member in group.Members) WriteMember(member);
            file.Json.WriteEndArray();
            file.Json.WriteEndObject();
            await file.EndLineAsync(cancellation);
        }
        await file.CompleteAsync(cancellation);

        void WriteMember(Match member)
        {
            file.Json.WriteStartObject();
            file.Json.WriteString("id"u8, result.Utf8IdOf(member.Article));
            file.Json.WriteBoolean("kept"u8, !member.IsRemoval);
            file.Json.WriteString("matches"u8, result.Utf8IdOf(member.Other));
            MatchEvidence.Write(file.Json, member);
            file.Json.WriteEndObject();
        }
    }

    private static async Task WriteFlatAsync(DeduplicationResult result, ReportTables tables, CancellationToken cancellation)
    {
        await using var table = tables.Create("groups", Columns);
        foreach (var group in result.Groups)
        {
            await WriteRowAsync(group, group.Canonical, null);
            foreach (var member in group.Members) await WriteRowAsync(group, member.Article, member);
        }
        await table.CompleteAsync(cancellation);

        async ValueTask WriteRowAsync(TextGroup group, int article, Match? match)
        {
            table.Text(group.Id);
            table.Text(result.Utf8IdOf(group.Canonical));
            table.Text(result.Utf8IdOf(article));
            table.Flag(match is not { IsRemoval: true });
            if (match is null) table.Text((string?)null);
            else table.Text(result.Utf8IdOf(match.Other));
            MatchEvidence.Write(table, match);
            await table.EndRowAsync(cancellation);
        }
    }
}
