namespace Similarity.Formats;

/// <summary>Reads inputs for the words of their articles: to train an embedder, or to embed them.</summary>
public static class CorpusRun
{
    /// <summary>Learns what the outlets repeat, and then gives each article in input order, with its words without that.</summary>
    /// <param name="inputs">Files, directories, globs, and <c>-</c> for standard input.</param>
    /// <param name="read">How they are read.</param>
    /// <param name="features">What of a page is text.</param>
    /// <param name="threads">Threads to read with; the result does not depend on it.</param>
    /// <param name="take">Takes an article, whose memory is used again for the next; says whether it wants more.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="InputException">The inputs cannot be used.</exception>
    public static async Task<CorpusOutcome> ReadAsync(
        IReadOnlyList<string> inputs, ReadOptions read, FeatureOptions features, int threads, Func<ArticleBuffer, ArticleWords, ValueTask<bool>> take, IProgress<BatchProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(take);
        // What comes out of a pipe has to be looked at, and may be long in coming.
        var found = await Task.Run(() => InputDiscovery.Find(inputs, read, outputFolder: null), cancellation).WaitAsync(cancellation);
        using var records = new StoredRecords(read.Fields, Path.GetTempPath());
        await using var table = new JsonLinesTable(Stream.Null, RejectLog.Columns);
        var rejects = new RejectLog(table);
        var learner = features.Furniture.Learn ? new FurnitureLearner(features.Furniture) : null;
        await new ArticleIngestion(read, threads, learner, records, rejects).ReadAsync(found.Files, progress, cancellation);
        var words = new ArticleWords(features with { Furniture = features.Furniture with { Known = learner?.Learnt() ?? features.Furniture.Known } });
        var buffer = new ArticleBuffer();
        var taken = 0;
        for (var wantsMore = true; wantsMore && taken < records.Count; taken++)
        {
            if (taken % 256 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new(BatchStage.Features, taken, records.Count, records.Count));
            }
            records.Read(taken, buffer);
            words.Read(buffer);
            wantsMore = await take(buffer, words);
        }
        return new CorpusOutcome(records.Count, taken, rejects.Rejected, rejects.Abandoned, found.Notices, rejects.First);
    }
}
