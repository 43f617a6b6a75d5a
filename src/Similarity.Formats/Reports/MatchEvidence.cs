using System.Text.Json;

namespace Similarity.Formats;

/// <summary>
/// The columns that say what a match rests on. "Other" is the article that is kept in its place, or that it derives from.
/// </summary>
internal static class MatchEvidence
{
    public static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("kind", ReportColumnType.Text),
        new("resemblance", ReportColumnType.Number),
        new("containment", ReportColumnType.Number),
        new("containment_of_other", ReportColumnType.Number),
        new("shared", ReportColumnType.Integer),
        new("passages", ReportColumnType.Integer),
    ];

    /// <summary>Writes the values of the columns; nulls where there is no match.</summary>
    public static void Write(IReportTable table, Match? match)
    {
        table.Text(match?.Kind.ToString().ToLowerInvariant());
        table.Number(match?.Overlap.Resemblance);
        table.Number(match?.Overlap.ContainmentOfA);
        table.Number(match?.Overlap.ContainmentOfB);
        table.Integer(match?.Overlap.Shared);
        table.Integer(match?.Overlap.Passages);
    }

    /// <summary>Writes the same as properties of an object.</summary>
    public static void Write(Utf8JsonWriter json, Match match) => Write(json, match.Kind, match.Overlap);

    /// <summary>The same of a match that is in no run.</summary>
    public static void Write(Utf8JsonWriter json, MatchKind kind, Overlap overlap)
    {
        json.WriteString(Columns[0].Name, kind.ToString().ToLowerInvariant());
        json.WriteNumber(Columns[1].Name, Math.Round(overlap.Resemblance, 4));
        json.WriteNumber(Columns[2].Name, Math.Round(overlap.ContainmentOfA, 4));
        json.WriteNumber(Columns[3].Name, Math.Round(overlap.ContainmentOfB, 4));
        json.WriteNumber(Columns[4].Name, overlap.Shared);
        json.WriteNumber(Columns[5].Name, overlap.Passages);
    }
}
