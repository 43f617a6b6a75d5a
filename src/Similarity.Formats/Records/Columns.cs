namespace Similarity.Formats;

/// <summary>What a table must have before its rows can be articles.</summary>
internal static class Columns
{
    private const int ShownColumns = 30;

    /// <summary>A fault where neither a title nor a body is among <paramref name="columns"/>; otherwise <see langword="null"/>.</summary>
    public static RecordFault? MissingText(IReadOnlyList<string> columns, FieldNames fields, long line)
    {
        string[] wanted = [.. fields.Body, .. fields.Title];
        if (columns.Any(column => wanted.Contains(column, StringComparer.OrdinalIgnoreCase))) return null;
        var found = string.Join(", ", columns.Take(ShownColumns)) + (columns.Count > ShownColumns ? ", ..." : "");
        return new RecordFault(
            line,
            null,
            $"No column holds the text. Found: {found}. Looked for: {string.Join(", ", wanted)}. Name it with --body-field.",
            RejectOutcome.Abandoned);
    }
}
