namespace Similarity.Storage;

/// <summary>Counts what an index holds at a moment.</summary>
internal sealed class IndexInspection(IndexMoment moment, IIndexStore store)
{
    private readonly KeySpace _keys = moment.State.Keys;

    public IndexDescription Run(CancellationToken cancellation)
    {
        var (published, added) = Times(cancellation);
        var (stories, shared) = Stories(cancellation);
        var events = KeySpace.Events(1);
        var header = moment.Store.Read(KeySpace.Header) ?? throw new InvalidDataException("The index is damaged: its header is missing.");
        return new IndexDescription(
            IndexStatistics.Of(moment, store),
            Groups(cancellation),
            stories,
            shared,
            published,
            added,
            moment.Store.Scan(events.From, events.Before).Select(entry => KeySpace.EventOf(entry.Key)).FirstOrDefault(),
            Bytes(),
            IndexHeader.Describe(header));
    }

    private (TimeRange? Published, TimeRange? Added) Times(CancellationToken cancellation)
    {
        var (published, added) = ((First: long.MaxValue, Last: long.MinValue), (First: long.MaxValue, Last: long.MinValue));
        var (from, before) = KeySpace.Articles();
        foreach (var entry in moment.Store.Scan(from, before))
        {
            cancellation.ThrowIfCancellationRequested();
            added = Widen(added, ArticleRecord.AddedOf(entry.Value));
            if (ArticleRecord.PublishedOf(entry.Value) is { } time) published = Widen(published, time);
        }
        return (Range(published), Range(added));

        static (long First, long Last) Widen((long First, long Last) range, long time) => (Math.Min(range.First, time), Math.Max(range.Last, time));
        static TimeRange? Range((long First, long Last) range) => range.First > range.Last ? null : new TimeRange(new DateTimeOffset(range.First, TimeSpan.Zero), new DateTimeOffset(range.Last, TimeSpan.Zero));
    }

    private int Groups(CancellationToken cancellation)
    {
        var (standing, groups) = (new HashSet<int>(), 0);
        foreach (var entry in moment.Store.Scan(_keys.Standings.From, _keys.Standings.Before))
        {
            cancellation.ThrowIfCancellationRequested();
            var text = KeySpace.NumberOf(entry.Key);
            _ = standing.Add(text);
            if (TextStanding.FromBytes(entry.Value).Canonical == text) groups++;
        }
        // Articles of one text that is like no other.
        return groups + moment.Store.Scan(_keys.AllCopies.From, _keys.AllCopies.Before).Select(entry => KeySpace.NumberOf(entry.Key)).Distinct().Count(text => !standing.Contains(text));
    }

    private (int All, int Shared) Stories(CancellationToken cancellation)
    {
        var (all, shared, texts, name) = (0, 0, 0, Array.Empty<byte>());
        foreach (var entry in moment.Store.Scan(_keys.AllStoryMembers.From, _keys.AllStoryMembers.Before))
        {
            cancellation.ThrowIfCancellationRequested();
            var next = KeySpace.StoryOfMember(entry.Key);
            if (!next.SequenceEqual(name)) (all, texts, name) = (all + 1, 0, next.ToArray());
            if (++texts == 2) shared++;
        }
        return (all, shared);
    }

    private List<KeyValuePair<string, long>> Bytes() => store is RocksIndexStore disk
        ? [.. _keys.Kinds.Select(kind => KeyValuePair.Create(kind.Name, kind.Ranges.Sum(range => disk.ApproximateBytes(range.From, range.Before)))), KeyValuePair.Create("recent writes", disk.RecentBytes())]
        : [];
}
