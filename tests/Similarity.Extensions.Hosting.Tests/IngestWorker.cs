using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Similarity.Storage;

namespace Similarity.Extensions.Hosting.Tests;

/// <summary>
/// A sample of a pipeline: takes articles from a queue, has them judged as they come, and hands on what is no copy. What it has
/// handed on is in the index, so that a worker which is started again after any failure, and given the same articles, hands nothing on twice.
/// </summary>
internal sealed partial class IngestWorker(ArticleIndex index, ChannelReader<Article> incoming, ChannelWriter<Verdict> fresh, ILogger<IngestWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var verdict in index.AddAsync(incoming.ReadAllAsync(stoppingToken), stoppingToken))
        {
            if (verdict.Standing == ArticleStanding.Rejected) LogRejected(logger, verdict.Id, verdict.Reason);
            else if (!verdict.IsKnown && verdict.Standing != ArticleStanding.Copy) await fresh.WriteAsync(verdict, stoppingToken);
        }
        fresh.Complete();
    }

    [LoggerMessage(LogLevel.Warning, "Article {Id} was rejected: {Reason}.")]
    private static partial void LogRejected(ILogger logger, string id, string? reason);
}
