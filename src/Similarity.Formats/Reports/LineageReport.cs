using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes where the text of each group comes from: a group a line, its members in order of descent inside it.</summary>
internal static class LineageReport
{
    private static readonly (EditKinds Kind, string Name)[] Names =
    [
        (EditKinds.NewHeadline, "new headline"), (EditKinds.NewIntro, "new intro"), (EditKinds.Trimmed, "trimmed"),
        (EditKinds.Extended, "extended"), (EditKinds.Localised, "localised"), (EditKinds.Corrected, "corrected"),
    ];

    public static async Task WriteAsync(DeduplicationResult result, IArticleTexts texts, AgencyTable agencies, ReportTables tables, CancellationToken cancellation)
    {
        await using var file = tables.CreateJsonLines("lineage");
        foreach (var lineage in result.TraceLineage(texts, agencies, cancellation))
        {
            Write(file.Json, lineage, result);
            await file.EndLineAsync(cancellation);
        }
        await file.CompleteAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, TextLineage lineage, DeduplicationResult result)
    {
        json.WriteStartObject();
        json.WriteString("group"u8, lineage.Group);
        json.WriteString("earliest"u8, result.Utf8IdOf(lineage.Earliest));
        json.WriteString("origin"u8, lineage.Origin);
        WriteId(json, "origin_id"u8, lineage.OriginArticle, result);
        json.WriteStartArray("members"u8);
        foreach (var member in lineage.Members) Write(json, member, result);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LineageMember member, DeduplicationResult result)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, result.Utf8IdOf(member.Article));
        WriteId(json, "source"u8, member.Source, result);
        json.WriteString("basis"u8, member.Basis.ToString().ToLowerInvariant());
        WriteId(json, "version_of"u8, member.VersionOf, result);
        json.WriteStartArray("edits"u8);
        if (member.Source is not null && member.Edits == EditKinds.Verbatim) json.WriteStringValue("verbatim"u8);
        foreach (var (kind, name) in Names)
        {
            if (member.Edits.HasFlag(kind)) json.WriteStringValue(name);
        }
        json.WriteEndArray();
        json.WriteNumber("originality"u8, Math.Round(member.Originality, 4));
        json.WriteStartArray("credits"u8);
        foreach (var credit in member.Credits) Write(json, credit);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Where a credit stands, by bytes of the UTF-8 of its field.</summary>
    private static void Write(Utf8JsonWriter json, NamedCredit named)
    {
        var credit = named.Credit;
        json.WriteStartObject();
        json.WriteString("name"u8, named.Name);
        json.WriteString("kind"u8, credit.Kind.ToString().ToLowerInvariant());
        json.WriteString("field"u8, credit.Field.ToString().ToLowerInvariant());
        json.WriteNumber("start"u8, credit.Start);
        json.WriteNumber("end"u8, credit.End);
        json.WriteNumber("confidence"u8, Math.Round(credit.Confidence, 2));
        json.WriteBoolean("own"u8, credit.IsOwn);
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? article, DeduplicationResult result)
    {
        if (article is { } index) json.WriteString(name, result.Utf8IdOf(index));
        else json.WriteNull(name);
    }
}
