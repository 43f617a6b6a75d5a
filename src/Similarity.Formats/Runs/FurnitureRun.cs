namespace Similarity.Formats;

/// <summary>Reads inputs only to learn what their outlets repeat.</summary>
public static class FurnitureRun
{
    /// <summary>Learns from every article of the inputs.</summary>
    /// <param name="inputs">Files, directories, globs, and <c>-</c> for standard input.</param>
    /// <param name="read">How they are read.</param>
    /// <param name="options">What counts as furniture, and what is known already.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="InputException">The inputs cannot be used.</exception>
    public static async Task<FurnitureOutcome> LearnAsync(
        IReadOnlyList<string> inputs, ReadOptions read, FurnitureOptions options, int threads, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(read);
        // What comes out of a pipe has to be looked at, and may be long in coming.
        var found = await Task.Run(() => InputDiscovery.Find(inputs, read, outputFolder: null), cancellation).WaitAsync(cancellation);
        using var records = new StoredRecords(read.Fields, Path.GetTempPath());
        await using var table = new JsonLinesTable(Stream.Null, RejectLog.Columns);
        var rejects = new RejectLog(table);
        var learner = new FurnitureLearner(options);
        await new ArticleIngestion(read, threads, learner, records, rejects).ReadAsync(found.Files, progress, cancellation);
        return new FurnitureOutcome(learner.Learnt(), records.Count, rejects.Rejected, rejects.Abandoned, found.Notices, rejects.First);
    }
}
