using System.Text;

namespace Similarity.Storage;

/// <summary>
/// A transaction on an index: articles that are added and removed together. What is not committed was only a question; but
/// texts that were added to postings stay there until the index is opened again.
/// </summary>
/// <remarks>Not thread-safe. Of those that are committed there is one at a time.</remarks>
internal sealed class IndexChange : IDisposable
{
    /// <summary>Longest identifier, in bytes of UTF-8.</summary>
    public const int LongestId = 1024;

    private readonly IndexState _state;
    private readonly TextPlacer _placer;
    private readonly IndexRows _rows;
    private readonly GroupChanges _changes = new();
    private readonly ByteWriter _writer = new();
    private readonly List<int> _gone = [];
    private readonly LeftTexts _left;
    private readonly ChangedStories _stories;
    private readonly PostingView? _asked;
    private Spelling _spelling;
    private IndexCounters _counters;
    private bool _isComplete;

    /// <summary>A change of what is there now, for whoever writes.</summary>
    public IndexChange(IndexState state) : this(state, state.BeginRows(), state.Counters, state.Rules.Spelling, asked: null)
    {
    }

    /// <summary>A change that is only asked about, of what was there at a moment.</summary>
    public IndexChange(IndexMoment moment) : this(moment.State, moment.BeginRows(), moment.Counters, moment.Spelling, moment.Postings)
    {
    }

    private IndexChange(IndexState state, IndexRows rows, IndexCounters counters, Spelling spelling, PostingView? asked)
    {
        (_state, _rows, _counters, _spelling, _asked) = (state, rows, counters, spelling, asked);
        _placer = state.TakePlacer();
        _left = new LeftTexts(_rows, _placer, _changes);
        _stories = new ChangedStories(state, _rows, _changes);
    }

    public IndexRows Rows => _rows;

    public GroupChanges Changes => _changes;

    /// <summary>Candidates of the text that was placed last.</summary>
    public int Candidates { get; private set; }

    public IndexCounters Counters { get => _counters; set => _counters = value; }

    /// <summary>Adds an article, or says why not.</summary>
    /// <param name="prepared">The article.</param>
    /// <param name="replaces">Whether it takes the place of an article of the same identifier with another text.</param>
    public Verdict Add(PreparedArticle prepared, bool replaces)
    {
        var known = ArticleWith(prepared.Id);
        if (Answer(prepared, known, replaces) is { } answer) return answer;
        if (known is { } replaced)
        {
            _ = Remove(replaced);
            Regroup();
        }
        var article = _counters.NextArticle;
        if (article == int.MaxValue / 2) throw new InvalidOperationException("The index has given all of its numbers to articles; make another from what it holds.");
        _counters = _counters with { NextArticle = article + 1, Articles = _counters.Articles + 1 };
        _rows.SetArticle(article, prepared.Id, prepared.Record);
        Insert(article, prepared, isQuestion: false);
        return VerdictReader.ReadAdded(_rows, article, _state.Rules.Options.Features, _changes);
    }

    /// <summary>Computes anew what belongs to an article that is there, for a generation that does not have it yet.</summary>
    public void Renew(int article, PreparedArticle prepared) => Insert(article, prepared, isQuestion: false);

    /// <summary>The story of the article with an identifier.</summary>
    public string? StoryOf(byte[] id) => _rows.ArticleWith(id) is { } article ? VerdictReader.StoryOf(_rows, article) : null;

    /// <summary>Arranges stories anew.</summary>
    public void ArrangeStories(CancellationToken cancellation) => _stories.Arrange(cancellation);

    /// <summary>Writes what was computed anew, and no events; nobody looks at it before its generation is named.</summary>
    public void CommitRenewed()
    {
        Complete();
        _rows.Store.Commit(_state.Store, durable: false);
        _state.Counters = _counters;
        _state.Cache.Replace(_rows.WrittenTexts);
    }

    /// <summary>What would be said of an article if it were added. The change must not be committed.</summary>
    /// <param name="prepared">The article.</param>
    /// <param name="number">A number larger than that of any article, which no other question has.</param>
    public Verdict Ask(PreparedArticle prepared, int number)
    {
        if (Answer(prepared, ArticleWith(prepared.Id), replaces: false) is { } answer) return answer;
        _rows.SetArticle(number, prepared.Id, prepared.Record);
        Insert(number, prepared, isQuestion: true);
        _stories.Ask();
        return VerdictReader.ReadAdded(_rows, number, _state.Rules.Options.Features, _changes);
    }

    /// <summary>Removes an article. The texts that it leaves behind are grouped anew by <see cref="Regroup"/>.</summary>
    /// <returns>False where it is not there.</returns>
    public bool Remove(int article)
    {
        if (_rows.Article(article) is not { } record) return false;
        var id = ArticleRecord.IdOf(record);
        var text = _rows.TextOf(article);
        var name = text is null ? null : VerdictReader.Read(_rows, article, _state.Rules.Options.Features).Group;
        if (text is { Copies: 1 }) RemoveText(text);
        else if (text is not null) RemoveCopy(text, article);
        _rows.DeleteArticle(article, id);
        _counters = _counters with { Articles = _counters.Articles - 1 };
        _changes.Add(new IndexEvent(0, IndexEventKind.ArticleRemoved, name, Encoding.UTF8.GetString(id), []));
        return true;
    }

    /// <summary>Groups anew what removed articles have left behind.</summary>
    public void Regroup() => _left.Regroup(Postings, _spelling);

    /// <summary>Groups and puts into stories what is new or was left behind; then nothing more may be added or removed.</summary>
    public void Complete()
    {
        if (_isComplete) return;
        _isComplete = true;
        Regroup();
        _stories.Place();
    }

    /// <summary>Writes everything, or nothing.</summary>
    public void Commit(bool durable)
    {
        Complete();
        foreach (var change in _changes.Complete(_rows))
        {
            _rows.Store.Put(KeySpace.Event(_counters.NextEvent), change.ToBytes(_writer));
            var forgotten = _counters.NextEvent - _state.Options.EventsKept;
            if (forgotten > 0) _rows.Store.Delete(KeySpace.Event(forgotten));
            _counters = _counters with { NextEvent = _counters.NextEvent + 1 };
        }
        _rows.Store.Put(KeySpace.Counters, _counters.ToBytes(_writer));
        _rows.Store.Commit(_state.Store, durable);
        _state.Counters = _counters;
        _state.Cache.Replace(_rows.WrittenTexts);
        _state.Postings.Remove(_gone);
    }

    public void Dispose() => _state.Return(_placer);

    private PostingView Postings => _asked ?? _state.Postings.Now;

    /// <summary>What is said of an article that is not placed: it is there already, or cannot be. Otherwise <see langword="null"/>.</summary>
    private Verdict? Answer(PreparedArticle prepared, int? article, bool replaces)
    {
        if (prepared.Id.Length > LongestId) return Rejected(prepared, $"its identifier has {prepared.Id.Length} bytes; {LongestId} is the limit");
        if (article is not { } known) return null;
        if (IsSame(known, prepared)) return VerdictReader.Read(_rows, known, _state.Rules.Options.Features) with { IsKnown = true };
        return replaces ? null : Rejected(prepared, "the index has an article of this identifier with another text; an update replaces it");
    }

    private int? ArticleWith(byte[] id) => id.Length > LongestId ? null : _rows.ArticleWith(id);

    private Verdict Rejected(PreparedArticle prepared, string reason) =>
        new() { Id = Encoding.UTF8.GetString(prepared.Id.AsSpan(0, Math.Min(prepared.Id.Length, LongestId))), Standing = ArticleStanding.Rejected, Reason = reason };

    private bool IsSame(int known, PreparedArticle prepared) => _rows.TextOf(known) is { } text
        ? text.Row.Content == prepared.Features.Row.Content
        : prepared.Features.Row.Form == TextForm.Empty;

    private void Insert(int article, PreparedArticle prepared, bool isQuestion)
    {
        if (prepared.Features.Row.Form == TextForm.Empty) return;
        var row = prepared.RowWith(OutletNumber(prepared.Article.Outlet, isQuestion));
        if (_rows.TextWith(row.Content) is { } known && _rows.Text(known) is { } text)
        {
            AddCopy(text, article, row, prepared.Features.Furniture, isQuestion);
            return;
        }
        var added = new StoredText(article, article, 1, row, prepared.Features.BandKeys, prepared.Features.Fingerprints, prepared.Features.Furniture);
        _counters = _counters with { Texts = _counters.Texts + 1 };
        _rows.Set(added);
        _rows.SetTextWith(row.Content, article);
        _stories.Know(article, prepared.Terms);
        _placer.Place(_rows, Postings, _spelling, new PlacedText(added, prepared.Article, prepared.Postings), _changes);
        Candidates = _placer.Candidates;
        if (!isQuestion) _state.Postings.Add(added);
    }

    private void AddCopy(StoredText text, int article, ArticleRow row, FurnitureSpan[] furniture, bool isQuestion)
    {
        Candidates = 0;
        var (keys, rules) = (_rows.Keys, _state.Rules);
        var first = rules.CopyKey(keys, text.Number, text.Article, text.Row);
        var own = rules.CopyKey(keys, text.Number, article, row);
        if (text.Copies == 1) _rows.Store.Put(first, []);
        _rows.Store.Put(own, []);
        _rows.SetTextOf(article, text.Number);
        text = text.WithCopies(text.Copies + 1);
        if (KeyOrder.Instance.Compare(own, first) < 0) StandFor(text, article, row, furniture, isQuestion);
        else _rows.Set(text);
    }

    private void RemoveCopy(StoredText text, int article)
    {
        var (keys, rules) = (_rows.Keys, _state.Rules);
        var row = article == text.Article ? text.Row : Prepare(article).Row;
        _rows.Store.Delete(rules.CopyKey(keys, text.Number, article, row));
        text = text.WithCopies(text.Copies - 1);
        var (from, before) = keys.Copies(text.Number);
        var next = KeySpace.ArticleOfCopy(_rows.Store.Scan(from, before).First().Key);
        if (text.Copies == 1) _rows.Store.Delete(_rows.Store.Scan(from, before).First().Key);
        if (article != text.Article)
        {
            _rows.Set(text);
            return;
        }
        var (features, nextRow) = Prepare(next);
        StandFor(text, next, nextRow, features.Furniture, isQuestion: false);
    }

    /// <summary>Makes another article stand for a text, which may make another text stand for a group.</summary>
    private void StandFor(StoredText text, int article, ArticleRow row, FurnitureSpan[] furniture, bool isQuestion)
    {
        var standing = _rows.Standing(text.Number);
        var before = _rows.Text(text.Number)!;
        if (standing?.Canonical == text.Number) _changes.NoteName(_rows, before);
        _changes.NoteSuperseded(text.Number, before.Article);
        var former = before.Copies > 1 && text.Copies > 1 ? _rows.NameOf(before) : null;
        _rows.Set(text.StoodForBy(article, row, furniture));
        if (!isQuestion) _state.Rules.ChangeSpelling();
        _spelling = isQuestion ? new Spelling() : _state.Rules.Spelling;
        if (standing is null)
        {
            if (former is not null) _changes.Add(new IndexEvent(0, IndexEventKind.CanonicalChanged, _rows.NameOf(_rows.Text(text.Number)!), VerdictReader.IdOf(_rows, article)!, [former]));
            return;
        }
        _left.Add(text.Number);
        Regroup();
    }

    private void RemoveText(StoredText text)
    {
        var links = _rows.Links(text.Number);
        var standing = _rows.Standing(text.Number);
        if (standing?.Canonical == text.Number) _changes.NoteName(_rows, text);
        foreach (var link in links.Items)
        {
            if (_rows.Text(link.Other) is null) continue;
            _rows.SetLinks(link.Other, _rows.Links(link.Other).Without(text.Number));
            if (!link.IsSeries) _left.Add(link.Other);
        }
        _left.NoteGone(text.Number, isCanonical: standing?.Canonical == text.Number);
        _changes.MaySplit = true;
        _rows.DeleteText(text);
        if (text.Number < _state.Postings.FrozenTexts) _rows.Store.Put(_rows.Keys.Gone(text.Number), []);
        _gone.Add(text.Number);
        _counters = _counters with { Texts = _counters.Texts - 1 };
    }

    private (StoredText Features, ArticleRow Row) Prepare(int article)
    {
        var preparation = _state.TakePreparation();
        var buffer = new ArticleBuffer();
        ArticleRecord.OfThread.Read(_rows.Article(article) ?? throw new InvalidDataException($"The index is damaged: article {article} of a text is missing."), buffer);
        var prepared = preparation.Prepare(buffer, Postings, 0);
        _state.Return(preparation);
        return (prepared.Features, prepared.RowWith(OutletNumber(buffer.Outlet, isQuestion: true)));
    }

    private int OutletNumber(ReadOnlySpan<byte> name, bool isQuestion)
    {
        if (name.IsEmpty) return -1;
        // A very long name is known by its beginning.
        name = name[..Math.Min(name.Length, LongestId)];
        if (_rows.OutletNumber(name) is { } known) return known;
        if (isQuestion) return _state.NumberOfAsked(Encoding.UTF8.GetString(name));
        var number = _counters.NextOutlet;
        _counters = _counters with { NextOutlet = number + 1 };
        _rows.SetOutletNumber(name, number);
        _state.NoteOutlet(Encoding.UTF8.GetString(name), number);
        return number;
    }
}
