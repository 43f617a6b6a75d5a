using System.Collections.Concurrent;

namespace Similarity;

/// <summary>
/// Turns articles that can be read by index to features: in rounds, each of a few batches a thread, whose batches are filled
/// side by side and added in order.
/// </summary>
internal sealed class FeaturePass(Deduplication run, IArticleTexts texts)
{
    private const int ArticlesABatch = 128;

    /// <summary>More than one, so that a batch of long articles does not keep the other threads waiting.</summary>
    private const int BatchesAThread = 8;

    private readonly ConcurrentBag<(FeatureExtractor Extractor, ArticleBuffer Buffer)> _idle = [];

    /// <summary>Adds the first <paramref name="count"/> articles.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="progress">Told how many are done.</param>
    public void Add(int count, ParallelOptions parallel, Action<int> progress)
    {
        var batches = new FeatureBatch[parallel.MaxDegreeOfParallelism * BatchesAThread];
        for (var i = 0; i < batches.Length; i++) batches[i] = new FeatureBatch();
        for (var first = 0; first < count; first += batches.Length * ArticlesABatch)
        {
            var start = first;
            var filled = Math.Min(batches.Length, (count - start + ArticlesABatch - 1) / ArticlesABatch);
            ParallelLoop.Run(filled, parallel, Take, Fill, _idle.Add);
            for (var i = 0; i < filled; i++) run.Add(batches[i]);
            progress(Math.Min(start + (filled * ArticlesABatch), count));

            void Fill(int i, (FeatureExtractor Extractor, ArticleBuffer Buffer) worker)
            {
                batches[i].Clear();
                var end = Math.Min(start + ((i + 1) * ArticlesABatch), count);
                for (var article = start + (i * ArticlesABatch); article < end; article++)
                {
                    texts.Read(article, worker.Buffer);
                    worker.Extractor.Extract(worker.Buffer, batches[i]);
                }
            }
        }
    }

    private (FeatureExtractor, ArticleBuffer) Take() => _idle.TryTake(out var worker) ? worker : (run.CreateExtractor(), new ArticleBuffer());
}
