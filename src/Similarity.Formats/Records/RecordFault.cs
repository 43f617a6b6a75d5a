namespace Similarity.Formats;

/// <summary>
/// Something an input has wrong. <paramref name="Line"/> counts lines (rows in Parquet) from 1; 0 means the whole
/// input. <paramref name="Outcome"/> says what became of the record, or of all that came after it.
/// </summary>
internal readonly record struct RecordFault(long Line, string? Field, string Reason, RejectOutcome Outcome = RejectOutcome.Rejected)
{
    /// <summary>Whether nothing after this point of the input could be read.</summary>
    public bool Fatal => Outcome == RejectOutcome.Abandoned;

    /// <summary>A record larger than <see cref="ReadOptions.MaxRecordBytes"/>, passed over.</summary>
    public static RecordFault TooLong(long line, long bytes, int limit) =>
        new(line, null, $"The record is {bytes} bytes long; the limit is {limit} bytes.");

    /// <summary>Compressed data that end early; what came before them stays.</summary>
    public static RecordFault Damaged(long line, string damage) =>
        new(line, null, $"The rest of the file could not be read: {damage}.", RejectOutcome.Abandoned);

    /// <summary>Text that is not UTF-8 from its first byte on.</summary>
    public static RecordFault Utf16 { get; } =
        new(1, null, "The file is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8).", RejectOutcome.Abandoned);
}
