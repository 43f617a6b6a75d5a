using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Similarity.Storage;

/// <summary>
/// What an index tells about itself while it works: a meter and an activity source, both named <c>Similarity.Storage</c>.
/// <code>
/// similarity.index.adds              counter, {article}     articles that were given, by <c>verdict</c>: new, copy, related, canonical, rejected, known
/// similarity.index.add.duration      histogram, s           a call that adds, until what it added is on disk
/// similarity.index.write.articles    histogram, {article}   articles of one write
/// similarity.index.candidates        histogram, {text}      candidates of a text that was added
/// similarity.index.find.duration     histogram, s           a question
/// similarity.index.articles          gauge, {article}       articles that are there
/// similarity.index.texts             gauge, {text}          different texts
/// similarity.index.store.size        gauge, By              bytes that the store takes, about
/// similarity.index.memory            gauge, By              bytes of memory of postings and of the store
/// </code>
/// Activities: <c>index.prepare</c>, <c>index.add</c>, <c>index.find</c>, <c>index.seal</c>, <c>index.merge</c>, <c>index.relearn</c>.
/// </summary>
internal sealed class IndexInstruments : IDisposable
{
    private readonly Meter _meter = new(ArticleIndex.InstrumentationName);
    private readonly Counter<long> _adds;
    private readonly Histogram<double> _addDuration;
    private readonly Histogram<long> _writeArticles;
    private readonly Histogram<long> _candidates;
    private readonly Histogram<double> _findDuration;

    public IndexInstruments(Func<IndexStatistics?> statistics)
    {
        _adds = _meter.CreateCounter<long>("similarity.index.adds", "{article}", "Articles that were given, by verdict.");
        _addDuration = _meter.CreateHistogram<double>("similarity.index.add.duration", "s", "A call that adds, until what it added is on disk.");
        _writeArticles = _meter.CreateHistogram<long>("similarity.index.write.articles", "{article}", "Articles of one write.");
        _candidates = _meter.CreateHistogram<long>("similarity.index.candidates", "{text}", "Candidates of a text that was added.");
        _findDuration = _meter.CreateHistogram<double>("similarity.index.find.duration", "s", "A question.");
        _ = _meter.CreateObservableGauge("similarity.index.articles", () => Of(some => some.Articles), "{article}", "Articles that are there.");
        _ = _meter.CreateObservableGauge("similarity.index.texts", () => Of(some => some.Texts), "{text}", "Different texts.");
        _ = _meter.CreateObservableGauge("similarity.index.store.size", () => Of(some => some.StoreBytes), "By", "Bytes that the store takes, about.");
        _ = _meter.CreateObservableGauge("similarity.index.memory", () => Of(some => some.PostingBytes + some.StoreMemoryBytes), "By", "Bytes of memory of postings and of the store.");

        IEnumerable<Measurement<long>> Of(Func<IndexStatistics, long> value) => statistics() is { } some ? [new Measurement<long>(value(some))] : [];
    }

    public static ActivitySource Activities { get; } = new(ArticleIndex.InstrumentationName);

    public void Added(IReadOnlyList<Verdict> verdicts, TimeSpan duration)
    {
        _addDuration.Record(duration.TotalSeconds);
        if (!_adds.Enabled) return;
        foreach (var verdict in verdicts) _adds.Add(1, new KeyValuePair<string, object?>("verdict", verdict.IsKnown ? "known" : verdict.Standing.ToString().ToLowerInvariant()));
    }

    public void Placed(int candidates) => _candidates.Record(candidates);

    public void Wrote(int articles) => _writeArticles.Record(articles);

    public void Found(TimeSpan duration) => _findDuration.Record(duration.TotalSeconds);

    public void Dispose() => _meter.Dispose();
}
