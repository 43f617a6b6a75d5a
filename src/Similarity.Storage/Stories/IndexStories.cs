using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Similarity.Storage;

/// <summary>
/// The stories of an index: its newest texts in memory, put into stories as they come, and what becomes of them in the rows of the
/// transaction that brought them. Copies take no part; they are where what they copy is.
/// </summary>
/// <remarks>
/// Thread-safe. One changes them at a time, whoever writes; any number ask, and wait for him while he puts texts into stories. Where a transaction cannot
/// be committed the index has to be opened again, and so are its stories.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Who asks may outlive whoever closes, and the lock holds nothing that the collector does not give back.")]
internal sealed class IndexStories
{
    private readonly OnlineStories _online;
    private readonly ReaderWriterLockSlim _lock = new();

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
        _lock.EnterWriteLock();
        try
        {
            Place(_online, rows, texts, termsOf, changes);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>
    /// Writes to a transaction, which must not be committed, what <see cref="Place(IndexRows, IEnumerable{int}, Func{StoredText, TextTerms}, GroupChanges)"/>
    /// would, and changes nothing else. The stories are those of now, which may have changed since the transaction began.
    /// </summary>
    /// <inheritdoc cref="Place(IndexRows, IEnumerable{int}, Func{StoredText, TextTerms}, GroupChanges)"/>
    public void Ask(IndexRows rows, IEnumerable<int> texts, Func<StoredText, TextTerms> termsOf, GroupChanges changes)
    {
        _lock.EnterReadLock();
        try
        {
            var layer = _online.BeginQuestion();
            Place(layer, rows, texts, termsOf, changes);
            _online.EndQuestion(layer);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    /// <summary>Arranges all stories anew, and writes what that changes.</summary>
    public void Arrange(IndexRows rows, GroupChanges changes, CancellationToken cancellation)
    {
        _lock.EnterWriteLock();
        try
        {
            _online.Arrange(cancellation);
            Write(_online, rows, changes);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    private static void Place(OnlineStories online, IndexRows rows, IEnumerable<int> texts, Func<StoredText, TextTerms> termsOf, GroupChanges changes)
    {
        // Those that are new are put into stories together.
        var added = new List<NextText>();
        foreach (var number in texts)
        {
            var (key, text, standing) = (Key(number), rows.Text(number), rows.Standing(number));
            string[] others = standing is null ? [] : [.. new[] { standing.Canonical, standing.Other }.Where(other => other != number).Select(Key)];
            if (text is null || online.StoryOf(key) is not null)
            {
                AddAll(online, rows, added);
                if (text is not null && others.FirstOrDefault(other => online.StoryOf(other) is not null) is { } partner) _ = online.Unite(partner, key);
                else if (text is null && !online.Remove(key)) rows.SetStory(number, null);
                continue;
            }
            // One that was there and is too old now keeps its story; a copy is where what it copies is.
            var isTold = rows.Story(number) is not null || (standing is { IsRemoval: true } && others.Any(other => online.StoryOf(other) is not null || added.Exists(text => text.Article.Id == other) || rows.Story(NumberOf(other)) is not null));
            if (!isTold) added.Add(new NextText(Article(rows, text), termsOf(text), others));
        }
        AddAll(online, rows, added);
        Write(online, rows, changes);
    }

    /// <summary>Puts texts into stories, and writes what has to be kept of them to take them up again.</summary>
    private static void AddAll(OnlineStories online, IndexRows rows, List<NextText> texts)
    {
        online.AddAll(texts);
        var writer = new ByteWriter();
        foreach (var (article, terms, _) in texts)
        {
            if (online.MeasuresOf(article.Id) is var (arrived, level)) rows.Store.Put(rows.Keys.StoryText(NumberOf(article.Id)), new StoryTextRow(article.NamedAfter, arrived, level, terms).ToBytes(writer));
        }
        texts.Clear();
    }

    private static OnlineArticle Article(IndexRows rows, StoredText text)
    {
        var outlet = text.Row.Outlet < 0 ? null : text.Row.Outlet.ToString(CultureInfo.InvariantCulture);
        return new OnlineArticle(Key(text.Number), outlet, text.Row.Published == long.MaxValue ? null : text.Row.Published, text.Row.Content) { NamedAfter = rows.IdOf(text.Article)! };
    }

    private static void Write(OnlineStories online, IndexRows rows, GroupChanges changes)
    {
        foreach (var change in online.TakeChanges())
        {
            var texts = change.Articles.Select(NumberOf);
            if (change.Kind == StoryChangeKind.Left)
            {
                foreach (var text in texts) Leave(rows, text);
                continue;
            }
            // Those that have become too old for it go with their story, too.
            if (change.Kind == StoryChangeKind.Merged) texts = texts.Union(rows.StoryTexts(change.Other!)).ToList();
            foreach (var text in texts) rows.SetStory(text, change.Kind == StoryChangeKind.Split ? change.Other : change.Story);
            if (change.Kind == StoryChangeKind.Merged) changes.Add(new IndexEvent(0, IndexEventKind.StoriesMerged, change.Story, IdsOf(rows, change)[0], [change.Other!]));
            else if (change.Kind == StoryChangeKind.Split) changes.Add(new IndexEvent(0, IndexEventKind.StorySplit, change.Story, IdsOf(rows, change)[0], [change.Other!]) { Moved = IdsOf(rows, change) });
        }
    }

    /// <summary>What is gone is in no story; what is too old stays in its own, and brings nothing more to it.</summary>
    private static void Leave(IndexRows rows, int text)
    {
        if (rows.Text(text) is null) rows.SetStory(text, null);
        else rows.Store.Delete(rows.Keys.StoryText(text));
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
