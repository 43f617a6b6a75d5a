namespace Similarity.Formats;

/// <summary>
/// A table that is written row by row: the values of a row in the order of its columns, then the end of the row.
/// Disposing it without completing it leaves a torn file, which its <see cref="ReportFolder"/> throws away.
/// </summary>
internal interface IReportTable : IAsyncDisposable
{
    void Text(ReadOnlySpan<byte> utf8);

    void Text(string? value);

    void Integer(long? value);

    void Number(double? value);

    void Flag(bool value);

    ValueTask EndRowAsync(CancellationToken cancellation);

    /// <summary>Writes what is buffered and ends the table.</summary>
    Task CompleteAsync(CancellationToken cancellation);
}
