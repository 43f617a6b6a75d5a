using System.Collections.Concurrent;

namespace Similarity;

/// <summary>Reads the terms of some articles of a run, in rounds on all threads, and adds them in order.</summary>
internal sealed class TermPass(ArticleTable articles, IArticleTexts texts, FeatureOptions options)
{
    private const int TextsABatch = 64;
    private const int BatchesAThread = 8;

    private readonly ConcurrentBag<(TermReader Reader, ArticleBuffer Buffer)> _idle = [];

    /// <summary>The terms of the articles that <paramref name="chosen"/> lists, in its order.</summary>
    public TermTable Read(ReadOnlyMemory<int> chosen, ParallelOptions parallel, Action<int> progress)
    {
        var table = new TermTable();
        var batches = new TermBatch[parallel.MaxDegreeOfParallelism * BatchesAThread];
        for (var i = 0; i < batches.Length; i++) batches[i] = new TermBatch();
        for (var first = 0; first < chosen.Length; first += batches.Length * TextsABatch)
        {
            var round = chosen.Slice(first, Math.Min(batches.Length * TextsABatch, chosen.Length - first));
            var filled = (round.Length + TextsABatch - 1) / TextsABatch;
            ParallelLoop.Run(filled, parallel, Take, Fill, _idle.Add);
            for (var i = 0; i < filled; i++) batches[i].AddTo(table);
            progress(first + round.Length);

            void Fill(int number, (TermReader Reader, ArticleBuffer Buffer) worker)
            {
                batches[number].Clear();
                foreach (var article in round.Span[(number * TextsABatch)..Math.Min((number + 1) * TextsABatch, round.Length)])
                {
                    texts.Read(article, worker.Buffer);
                    worker.Reader.Read(worker.Buffer, articles[article].Form, articles.FurnitureOf(article), batches[number]);
                }
            }
        }
        return table;
    }

    private (TermReader, ArticleBuffer) Take() => _idle.TryTake(out var worker) ? worker : (new TermReader(options), new ArticleBuffer());
}
