namespace Similarity.Formats;

/// <summary>
/// Finds out what separates the cells of a table. Only the header line is asked: the texts below it are full of
/// commas and semicolons.
/// </summary>
internal static class CsvSeparator
{
    /// <summary>The candidate that is most frequent outside quotes in the first line; a comma where there is none.</summary>
    public static char Of(ReadOnlySpan<byte> start)
    {
        Span<int> counts = stackalloc int[4];
        var inQuotes = false;
        foreach (var next in start)
        {
            if (next == '"') inQuotes = !inQuotes;
            if (inQuotes) continue;
            if (next is (byte)'\n' or (byte)'\r') break;
            var candidate = ",;\t|"u8.IndexOf(next);
            if (candidate >= 0) counts[candidate]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }
        return ",;\t|"[best];
    }

    /// <summary>Whether <paramref name="row"/> ends inside a quoted cell.</summary>
    public static bool IsQuoteOpen(ReadOnlySpan<byte> row, char separator)
    {
        bool inQuotes = false, cellStarts = true, quoteEnds = false;
        foreach (var next in row)
        {
            if (next == '"')
            {
                (quoteEnds, inQuotes) = (inQuotes, !inQuotes && (cellStarts || quoteEnds));
                cellStarts = false;
                continue;
            }
            cellStarts = !inQuotes && next == separator;
            quoteEnds = false;
        }
        return inQuotes;
    }
}
