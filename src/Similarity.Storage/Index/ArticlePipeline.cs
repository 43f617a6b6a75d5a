using System.Runtime.CompilerServices;

namespace Similarity.Storage;

/// <summary>Adds articles to an index as they come: some are prepared while those before them are written.</summary>
internal static class ArticlePipeline
{
    private const int Together = 100;

    public static async IAsyncEnumerable<Verdict> Run(ArticleIndex index, IAsyncEnumerable<Article> articles, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var some = new List<ArticleBuffer>(Together);
        Task<AddRequest>? prepared = null;
        await using var source = articles.GetAsyncEnumerator(cancellation);
        while (true)
        {
            var next = source.MoveNextAsync();
            // What is not there yet is not waited for while others wait to be written.
            var isWaiting = !next.IsCompleted;
            if (some.Count == Together || (some.Count > 0 && isWaiting))
            {
                var before = prepared;
                prepared = Prepare([.. some]);
                some.Clear();
                if (before is not null) foreach (var verdict in index.Add(await before)) yield return verdict;
            }
            if (isWaiting && prepared is not null)
            {
                foreach (var verdict in index.Add(await prepared)) yield return verdict;
                prepared = null;
            }
            if (!await next) break;
            some.Add(ArticleIndex.Buffered(source.Current));
        }
        if (prepared is not null) foreach (var verdict in index.Add(await prepared)) yield return verdict;
        if (some.Count > 0) foreach (var verdict in index.Add(await Prepare([.. some]))) yield return verdict;

        Task<AddRequest> Prepare(ArticleBuffer[] batch) => Task.Run(() => index.Prepare(batch, replaces: false, cancellation), cancellation);
    }
}
