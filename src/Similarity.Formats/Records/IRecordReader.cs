namespace Similarity.Formats;

/// <summary>
/// Reads one input of one format as records. Reports what is wrong with the input in
/// <see cref="RecordBlock.Faults"/> and goes on where it can; throws only what the machine does
/// (<see cref="IOException"/>, <see cref="UnauthorizedAccessException"/>) and cancellation.
/// Memory is bounded by <see cref="ReadOptions"/>, whatever the input.
/// </summary>
internal interface IRecordReader
{
    IAsyncEnumerable<RecordBlock> ReadAsync(Stream content, CancellationToken cancellation = default);
}
