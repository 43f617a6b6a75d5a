using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Similarity.Storage;
using Similarity.Tests;

namespace Similarity.Extensions.Hosting.Tests;

public sealed class WorkerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("similarity-worker-").FullName;

    [Fact]
    public async Task A_worker_hands_on_what_is_no_copy_and_nothing_twice_when_it_is_started_again()
    {
        Article[] articles =
        [
            InventedArticles.Article("wire", InventedArticles.Words(1, 100), Noon, "Wire"),
            InventedArticles.Article("copy", InventedArticles.Words(1, 98), Noon.AddHours(1), "Post"),
            InventedArticles.Article("other", InventedArticles.Words(2, 100), Noon.AddHours(2), "Post"),
            InventedArticles.Article("wire", InventedArticles.Words(3, 100), Noon.AddHours(3), "Wire"),
        ];
        Assert.Equal(["wire", "other"], await RunAsync(articles));
        Assert.Equal(["last"], await RunAsync([.. articles, InventedArticles.Article("last", InventedArticles.Words(4, 100), Noon.AddHours(4))]));
    }

    [Fact]
    public async Task It_tells_about_itself_by_named_instruments_and_activities()
    {
        using var measured = new MeterListener();
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        measured.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ArticleIndex.InstrumentationName) listener.EnableMeasurementEvents(instrument);
        };
        measured.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument.Name + string.Concat(tags.ToArray().Select(tag => $" {tag.Value}")), value));
        measured.SetMeasurementEventCallback<double>((instrument, _, _, _) => Count(instrument.Name, 1));
        measured.Start();
        var activities = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ArticleIndex.InstrumentationName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (activities) activities.Add(activity.OperationName);
            },
        };
        ActivitySource.AddActivityListener(listener);

        _ = await RunAsync(
            [InventedArticles.Article("a", InventedArticles.Words(1, 100), Noon), InventedArticles.Article("b", InventedArticles.Words(1, 98), Noon.AddHours(1))],
            index =>
            {
                _ = index.Find(InventedArticles.Article("c", InventedArticles.Words(1, 90)));
                measured.RecordObservableInstruments();
            });
        lock (sums)
        {
            Assert.Equal((1, 1, 1), (sums["similarity.index.adds new"], sums["similarity.index.adds copy"], sums["similarity.index.find.duration"]));
            Assert.Equal((2, 2, 1), (sums["similarity.index.write.articles"], sums["similarity.index.articles"], sums["similarity.index.candidates"]));
            Assert.True(sums["similarity.index.store.size"] > 0 && sums["similarity.index.memory"] > 0 && sums["similarity.index.texts"] == 2);
        }
        Assert.Contains("index.add", activities);
        Assert.Contains("index.find", activities);

        void Count(string name, double value)
        {
            lock (sums) sums[name] = sums.GetValueOrDefault(name) + value;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs a host with the worker over some articles; the identifiers of what it handed on.</summary>
    private async Task<List<string>> RunAsync(Article[] articles, Action<ArticleIndex>? ask = null)
    {
        var (incoming, fresh) = (Channel.CreateBounded<Article>(100), Channel.CreateUnbounded<Verdict>());
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSimilarity(Path.Combine(_folder, "index"));
        builder.Services.AddSingleton(incoming.Reader).AddSingleton(fresh.Writer).AddHostedService<IngestWorker>();
        using var host = builder.Build();
        await host.StartAsync();
        foreach (var article in articles) await incoming.Writer.WriteAsync(article);
        incoming.Writer.Complete();
        var handedOn = new List<string>();
        await foreach (var verdict in fresh.Reader.ReadAllAsync().WithCancellation(TestContext.Current.CancellationToken)) handedOn.Add(verdict.Id);
        ask?.Invoke(host.Services.GetRequiredService<ArticleIndex>());
        await host.StopAsync();
        return handedOn;
    }
}
