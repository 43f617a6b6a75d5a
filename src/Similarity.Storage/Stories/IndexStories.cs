using System.Globalization;

namespace Similarity.Storage;

/// <summary>
/// The stories of an index: its newest texts in memory, put into stories as they come, and what becomes of them in the rows of the
/// transaction that brought them. Copies take no part; they are where what they copy is.
/// </summary>
/// <remarks>
/// Not thread-safe: changed by whoever writes. Where a transaction cannot be committed the index has to be opened again, and so are its stories.
/// </remarks>
internal sealed class IndexStories
{
    private readonly OnlineStories _online;
    private readonly ByteWriter _writer = new();

    private IndexStories(OnlineStories online) => _online = online;

    /// <summary>Takes up the stories that the rows of an index hold.</summary>
    public static IndexStories Open(IndexRows rows, OnlineStoryOptions options)
    {
        var online = new OnlineStories(options);
        var (from, before) = rows.Keys.StoryTexts;
        online.Restore([.. rows.Store.Scan(from, before).Select(entry => Restored(rows, KeySpace.NumberOf(entry.Key), StoryTextRow.FromBytes(entry.Value))).OfType<OnlineText>()]);
        return new IndexStories(online);
    }

    /// <summary>Puts texts into stories that a transaction has added or grouped anew, and writes what that changes.</summary>
    /// <param name="rows">The transaction.</param>
    /// <param name="texts">Their numbers, ascending; those that are gone among them.</param>
    /// <param name="termsOf">Gives the terms of one that takes no part yet.</param>
    /// <param name="changes">Takes the events.</param>
    public void Place(IndexRows rows, IEnumerable<int> texts, Func<StoredText, TextTerms> termsOf, GroupChanges changes)
    {
        foreach (var number in texts)
        {
            var key = Key(number);
            if (rows.Text(number) is not { } text)
            {
                _ = _online.Remove(key);
                continue;
            }
            var standing = rows.Standing(number);
            var partner = standing is null ? null : new[] { standing.Canonical, standing.Other }.Where(other => other != number).Select(Key).FirstOrDefault(other => _online.StoryOf(other) is not null);
            if (_online.StoryOf(key) is not null)
            {
                if (partner is not null) _ = _online.Unite(partner, key);
            }
            else if (standing is not { IsRemoval: true } || partner is null)
            {
                Add(rows, text, termsOf(text), partner);
            }
        }
        Write(rows, changes);
    }

    /// <summary>Arranges all stories anew, and writes what that changes.</summary>
    public void Arrange(IndexRows rows, GroupChanges changes, CancellationToken cancellation)
    {
        _online.Arrange(cancellation);
        Write(rows, changes);
    }

    private void Add(IndexRows rows, StoredText text, TextTerms terms, string? partner)
    {
        var id = rows.IdOf(text.Article)!;
        var outlet = text.Row.Outlet < 0 ? null : text.Row.Outlet.ToString(CultureInfo.InvariantCulture);
        var article = new OnlineArticle(Key(text.Number), outlet, text.Row.Published == long.MaxValue ? null : text.Row.Published, text.Row.Content) { NamedAfter = id };
        _ = _online.Add(article, terms.ToBatch(), copyOf: null, groupedWith: partner, CancellationToken.None);
        if (_online.StateOf(article.Id) is { } state) rows.Store.Put(rows.Keys.StoryText(text.Number), new StoryTextRow(id, state.Arrived, state.Level, terms).ToBytes(_writer));
    }

    private void Write(IndexRows rows, GroupChanges changes)
    {
        foreach (var change in _online.TakeChanges())
        {
            var story = change.Kind switch
            {
                StoryChangeKind.Split => change.Other,
                StoryChangeKind.Left => null,
                _ => change.Story,
            };
            foreach (var key in change.Articles) rows.SetStory(NumberOf(key), story);
            if (change.Kind == StoryChangeKind.Merged) changes.Add(new IndexEvent(0, IndexEventKind.StoriesMerged, change.Story, IdsOf(rows, change)[0], [change.Other!]));
            else if (change.Kind == StoryChangeKind.Split) changes.Add(new IndexEvent(0, IndexEventKind.StorySplit, change.Story, IdsOf(rows, change)[0], [change.Other!]) { Moved = IdsOf(rows, change) });
        }
    }

    private static List<string> IdsOf(IndexRows rows, StoryChange change) =>
        [.. change.Articles.Select(key => rows.Text(NumberOf(key)) is { } text ? rows.IdOf(text.Article) ?? "" : "")];

    /// <summary>A text as its stream had it; <see langword="null"/> of one whose rows do not fit together, which verification tells.</summary>
    private static OnlineText? Restored(IndexRows rows, int number, StoryTextRow row)
    {
        if (rows.Text(number) is not { } text || rows.Story(number) is not { } story) return null;
        var outlet = text.Row.Outlet < 0 ? null : text.Row.Outlet.ToString(CultureInfo.InvariantCulture);
        var first = new OnlineArticle(Key(number), outlet, text.Row.Published == long.MaxValue ? null : text.Row.Published, text.Row.Content) { NamedAfter = row.NamedAfter };
        return new OnlineText(first, [first.Id], story, row.Arrived, rows.Standing(number)?.Canonical ?? -1, row.Level, row.Terms.Language, row.Terms.Terms, row.Terms.Counts);
    }

    private static string Key(int text) => text.ToString(CultureInfo.InvariantCulture);

    private static int NumberOf(string key) => int.Parse(key, CultureInfo.InvariantCulture);
}
