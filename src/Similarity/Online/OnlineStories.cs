using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Similarity;

/// <summary>
/// Stories of articles that arrive one after another: each is put into a story at once, and stories that turn out to be one, or two, are
/// merged and split, which is told (<see cref="TakeChanges"/>). When enough have come, all are arranged anew, so that the stories remain those
/// of a run over the same articles (<see cref="StoryClustering"/>).
/// </summary>
/// <remarks>
/// Not thread-safe. The same articles in the same order give the same stories and changes. An article costs no more than a bounded
/// number of comparisons, a few texts that leave, and its share of the arrangements: with the default four times that of a run.
/// </remarks>
public sealed class OnlineStories
{
    /// <summary>Texts that are looked at whether they have to leave, when an article has come.</summary>
    private const int MostLeaving = 4;

    private readonly OnlineStoryOptions _options;
    private readonly OnlineStories? _under;
    private readonly TermReader _terms;
    private readonly ComparedText _compared;
    private readonly ArticleBuffer _buffer = new();
    private readonly TermBatch _batch = new();
    private readonly StreamedTexts _known;
    private readonly LayeredMap<string, int> _outlets;
    private readonly StoryLog _log;
    private readonly StoryBoard _board;
    private readonly ConcurrentBag<OnlineStories> _layers = [];
    private OnlineTexts _texts;
    private int _groups;
    /// <summary>Texts at the last arrangement, and those that have come since.</summary>
    private int _arranged;
    private int _added;

    /// <summary>An empty stream.</summary>
    public OnlineStories(OnlineStoryOptions? options = null)
    {
        _options = options ?? new OnlineStoryOptions();
        (_terms, _compared) = (new TermReader(_options.Features), new ComparedText(_options.Features));
        (_known, _outlets) = (new(_options), new(null, StringComparer.Ordinal));
        _texts = new OnlineTexts(_options.Stories);
        _log = new StoryLog(text => _known[text].Articles);
        _board = new StoryBoard(_options.Stories, _texts, _log, NameOf, _known.IsTooOld);
    }

    /// <summary>A layer over another stream: what is added is put where it would be there, and is only there.</summary>
    private OnlineStories(OnlineStories under)
    {
        (_options, _under, _terms, _compared) = (under._options, under, under._terms, under._compared);
        (_known, _outlets) = (new(under._known), new(under._outlets, StringComparer.Ordinal));
        _texts = new OnlineTexts(under._texts);
        _log = new StoryLog(text => _known[text].Articles);
        _board = new StoryBoard(_options.Stories, _texts, _log, NameOf, _known.IsTooOld, under._board);
    }

    /// <summary>How many articles take part.</summary>
    public int Count => _known.Articles;

    /// <summary>How many stories they are in; an article that is alone is one.</summary>
    public int Stories => _board.Count;

    /// <summary>Puts an article into a story.</summary>
    /// <param name="article">The article; its identifier must be new.</param>
    /// <param name="copyOf">Identifier of an article of the stream whose text it carries; <see langword="null"/> where it has a text of its own.</param>
    /// <param name="groupedWith">Identifier of an article of the stream that shares text with it, and is in its story therefore.</param>
    /// <param name="cancellation">Stops an arrangement. The article is in its story nevertheless.</param>
    /// <exception cref="ArgumentException">The identifier is in use, or another one is of no article that takes part.</exception>
    public StoryPlacement Add(Article article, string? copyOf = null, string? groupedWith = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentException.ThrowIfNullOrEmpty(article.Id, "article.Id");
        _buffer.Set(article);
        _compared.Read(_buffer);
        _batch.Clear();
        if (_compared.Form != TextForm.Empty) _terms.Read(_buffer, _compared.Form, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_compared.Furniture), _batch);
        return Add(new OnlineArticle(article.Id, article.Outlet, _buffer.PublishedTicks, _compared.Content), _batch, copyOf, groupedWith, cancellation);
    }

    /// <summary>Puts an article into a story whose terms <paramref name="batch"/> holds, as its one text; none of an article without a word.</summary>
    internal StoryPlacement Add(in OnlineArticle article, TermBatch batch, string? copyOf, string? groupedWith, CancellationToken cancellation)
    {
        if (_known.Of(article.Id) >= 0) throw new ArgumentException($"The stream has an article '{article.Id}' already.", nameof(article));
        var (original, partner) = (Find(copyOf, nameof(copyOf)), Find(groupedWith, nameof(groupedWith)));
        _known.Note(article.Day);
        var isNew = false;
        if (original >= 0)
        {
            _known.AddCopy(original, article.Id);
            _log.AddArticles(StoryChangeKind.Joined, _board.StoryOf(original)!.Name, null, [article.Id]);
            if (partner >= 0) _ = Unite(article.Id, groupedWith!);
        }
        else if (batch.Count > 0)
        {
            isNew = Place(article, batch, partner);
        }
        // What is only asked makes room for nobody.
        if (_under is null) Settle(cancellation);
        return original >= 0 ? new StoryPlacement(StoryOf(article.Id), IsNew: false, null, 0, 0) : PlacementOf(article.Id) with { IsNew = isNew };
    }

    /// <summary>
    /// A layer over this stream, of whoever asks where an article would be put: it adds the article to the layer, and changes nothing else. Several may ask
    /// at a time, while nothing is added here; each ends that (<see cref="EndQuestion"/>) before something is.
    /// </summary>
    internal OnlineStories BeginQuestion()
    {
        var layer = _layers.TryTake(out var idle) ? idle : new OnlineStories(this);
        layer._groups = _groups;
        layer._known.Begin();
        return layer;
    }

    /// <summary>Forgets what was asked.</summary>
    internal void EndQuestion(OnlineStories layer)
    {
        layer._outlets.Clear();
        layer._texts.Clear();
        layer._board.Clear();
        _ = layer._log.Take();
        _layers.Add(layer);
    }

    /// <summary>
    /// Makes the stories of two articles one, because they turned out to share text; <see langword="false"/> where one of them takes no part.
    /// </summary>
    public bool Unite(string id, string other)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(other);
        var (text, second) = (_known.Of(id), _known.Of(other));
        if (text < 0 || second < 0) return false;
        if (text == second) return true;
        var (group, joined) = (GroupWith(text), _texts.Measure.Texts[second].Group);
        foreach (var i in _known.All())
        {
            if (i == second || (joined >= 0 && _texts.Measure.Texts[i].Group == joined)) _texts.SetGroup(i, group);
        }
        _board.Unite(text, second);
        return true;
    }

    /// <summary>Takes an article out; <see langword="false"/> where it takes no part.</summary>
    public bool Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_known.Of(id) is not (>= 0 and var text)) return false;
        if (_known[text].Articles.Count == 1)
        {
            Leave(text);
            return true;
        }
        _log.AddArticles(StoryChangeKind.Left, _board.StoryOf(text)!.Name, null, [id]);
        _known.RemoveCopy(text, id);
        return true;
    }

    /// <summary>Name of the story of an article; <see langword="null"/> where it takes no part.</summary>
    public string? StoryOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _known.Of(id) is >= 0 and var text ? _board.StoryOf(text)?.Name : null;
    }

    /// <summary>What has changed since the last call, in order.</summary>
    public IReadOnlyList<StoryChange> TakeChanges() => _log.Take();

    /// <summary>Arranges all articles as a run over them would, and lets those go that are too old.</summary>
    public void Arrange(CancellationToken cancellation = default)
    {
        foreach (var text in _known.All())
        {
            if (_known.HasToLeave(text)) Leave(text);
        }
        Renumber();
        _texts.MeasureAll(new ParallelOptions { MaxDegreeOfParallelism = _options.Stories.Threads, CancellationToken = cancellation });
        _board.Arrange(cancellation);
        (_arranged, _added) = (_known.Present, 0);
    }

    /// <summary>Day of the stream when an article came that takes part, and the level of its text; <see langword="null"/> where it takes no part.</summary>
    internal (int Arrived, float Level)? MeasuresOf(string id) => _known.Of(id) is >= 0 and var text ? (_known[text].Arrived, _texts.Measure.LevelOf(text)) : null;

    /// <summary>What has to be kept of the text of an article; <see langword="null"/> where it takes no part.</summary>
    internal OnlineText? StateOf(string id)
    {
        if (_known.Of(id) is not (>= 0 and var text) || _board.StoryOf(text) is not { } story) return null;
        var (language, terms, counts, level) = _texts.StateOf(text);
        return new OnlineText(_known[text].First, [.. _known[text].Articles], story.Name, _known[text].Arrived, _texts.Measure.Texts[text].Group, level, language, terms, counts);
    }

    /// <summary>Takes the texts that a stream had, in their order. Nothing else may have been added.</summary>
    internal void Restore(IReadOnlyList<OnlineText> texts)
    {
        if (_known.Count > 0) throw new InvalidOperationException("Articles have been added already.");
        foreach (var text in texts)
        {
            _known.Note(text.First.Day);
            _groups = Math.Max(_groups, text.Group + 1);
            _known.Add(new StreamedText(text.First, [.. text.Articles], text.Arrived));
        }
        _arranged = _known.Present;
        _layers.Clear();
        _texts.Restore(texts.Select((text, i) => (new StoryText(i, text.Group, OutletOf(text.First.Outlet), text.First.Day), text)));
        _board.Restore([.. texts.Select(text => text.Story)]);
    }

    private bool Place(in OnlineArticle article, TermBatch batch, int partner)
    {
        var text = _known.Count;
        _known.Add(new StreamedText(article, [article.Id], _known.Today));
        _texts.Add(new StoryText(text, GroupWith(partner), OutletOf(article.Outlet), article.Day), batch);
        _board.Place(partner);
        _added++;
        return _board.StoryOf(text)!.Cluster.Texts.Length == 1;
    }

    /// <summary>Lets a few texts go that have to, and arranges all where enough have come.</summary>
    private void Settle(CancellationToken cancellation)
    {
        for (var i = 0; i < MostLeaving; i++)
        {
            if (_known.NextLeaving() is >= 0 and var leaving) Leave(leaving);
        }
        var first = _known.DropLeft();
        _texts.DropBefore(first);
        _board.DropBefore(first);
        if (_known.Present <= _options.RearrangeUpTo && _added >= Math.Max(1, _arranged * _options.RearrangeAfter)) Arrange(cancellation);
    }

    private void Leave(int text)
    {
        _board.Remove(text);
        _texts.Remove(text);
        _known.Remove(text);
    }

    /// <summary>Weighs the texts anew, and gives them numbers from 0 on.</summary>
    private void Renumber()
    {
        _layers.Clear();
        int[] texts = [.. _known.All()];
        if (texts.Length == _known.Count) _texts.Reweigh();
        else _texts = _texts.Only(texts);
        _board.Renumber(_texts, texts);
        _known.Renumber();
        _arranged = Math.Min(_arranged, _known.Present);
    }

    private StoryPlacement PlacementOf(string id)
    {
        if (_known.Of(id) is not (>= 0 and var text) || _board.StoryOf(text) is not { } story) return new StoryPlacement(null, IsNew: false, null, 0, 0);
        if (story.Cluster.Texts.Length == 1) return new StoryPlacement(story.Name, IsNew: true, null, 0, 0);
        var nearest = _texts.CloseTo(text).Where(close => _board.StoryOf(close.Text)?.Number == story.Number && !_known.IsTooOld(close.Text)).OrderByDescending(close => close.Closeness).ThenBy(close => close.Text).FirstOrDefault((Text: -1, Closeness: 0));
        var mean = _board.MeanCloseness(text);
        return new StoryPlacement(story.Name, IsNew: false, nearest.Text < 0 ? null : _known[nearest.Text].Articles[0], nearest.Closeness, mean);
    }

    private int Find(string? id, string parameter) =>
        id is null ? -1 : _known.Of(id) is >= 0 and var text ? text : throw new ArgumentException($"The stream has no article '{id}'.", parameter);

    private int GroupWith(int partner)
    {
        if (partner < 0) return -1;
        var group = _texts.Measure.Texts[partner].Group;
        if (group < 0) _texts.SetGroup(partner, group = _groups++);
        return group;
    }

    private int OutletOf(string? outlet)
    {
        if (string.IsNullOrEmpty(outlet)) return -1;
        if (!_outlets.TryGetValue(outlet, out var number)) _outlets.Set(outlet, number = _outlets.Count);
        return number;
    }

    private string NameOf(IReadOnlyList<int> texts, Func<string, bool> isUsed)
    {
        for (var salt = 0L; ; salt++)
        {
            foreach (var text in texts.OrderBy(text => _known[text].First.Published ?? long.MaxValue).ThenBy(text => text))
            {
                var first = _known[text].First;
                var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(first.NamedAfter), unchecked((long)(ulong)first.Content + salt));
                var name = string.Create(CultureInfo.InvariantCulture, $"s-{hash:x16}");
                if (!isUsed(name)) return name;
            }
        }
    }
}
