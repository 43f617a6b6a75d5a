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
/// number of comparisons, and its share of the arrangements: with the default four times that of a run.
/// </remarks>
public sealed class OnlineStories
{
    /// <summary>This part of all goes at once, because the others are weighed anew then: of too many, or when so many are too old.</summary>
    private const int PartLeft = 4;

    /// <summary>Articles whose middle day is the day of the stream.</summary>
    private const int DaysRemembered = 255;

    private readonly OnlineStoryOptions _options;
    private readonly TermReader _terms;
    private readonly ComparedText _compared;
    private readonly ArticleBuffer _buffer = new();
    private readonly TermBatch _batch = new();
    private readonly Dictionary<string, int> _textOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outlets = new(StringComparer.Ordinal);
    private readonly Queue<int> _days = [];
    private readonly StoryLog _log;
    private readonly StoryBoard _board;
    private List<StreamedText> _known = [];
    private OnlineTexts _texts;
    /// <summary>The middle day of the last articles; −1 as long as none has a day.</summary>
    private int _today = -1;
    private int _groups;
    private int _arranged;
    private int _gone;

    /// <summary>An empty stream.</summary>
    public OnlineStories(OnlineStoryOptions? options = null)
    {
        _options = options ?? new OnlineStoryOptions();
        _terms = new TermReader(_options.Features);
        _compared = new ComparedText(_options.Features);
        _texts = new OnlineTexts(_options.Stories);
        _log = new StoryLog(text => _known[text].Articles);
        _board = new StoryBoard(_options.Stories, _log, NameOf, IsTooOld);
    }

    /// <summary>How many articles take part.</summary>
    public int Count => _textOf.Count;

    /// <summary>How many stories they are in; an article that is alone is one.</summary>
    public int Stories => _board.Stories.Count;

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
        if (_textOf.ContainsKey(article.Id)) throw new ArgumentException($"The stream has an article '{article.Id}' already.", nameof(article));
        // Both must be known before anything changes, and be found again where texts have gone.
        _ = Find(copyOf, nameof(copyOf));
        _ = Find(groupedWith, nameof(groupedWith));
        NoteDay(article.Day);
        if (IsFull) LetGo();
        var (original, partner) = (StillThere(copyOf), StillThere(groupedWith));
        if (original >= 0 && _board.StoryOf(original) is { } told)
        {
            _textOf.Add(article.Id, original);
            _known[original].Articles.Add(article.Id);
            // A text that is printed again is of today.
            _known[original] = _known[original] with { Arrived = Math.Max(_known[original].Arrived, _today) };
            _log.AddArticles(StoryChangeKind.Joined, told.Name, null, [article.Id]);
            if (groupedWith is not null) _ = Unite(article.Id, groupedWith);
            told = _board.StoryOf(original)!;
            return new StoryPlacement(told.Name, IsNew: false, null, 0, 0);
        }
        if (batch.Count == 0) return new StoryPlacement(null, IsNew: false, null, 0, 0);

        var text = _known.Count;
        _textOf.Add(article.Id, text);
        _known.Add(new StreamedText(article, [article.Id], _today));
        _texts.Add(new StoryText(text, GroupWith(partner), OutletOf(article.Outlet), article.Day), batch);
        _board.Place(_texts, partner);
        var isNew = _board.StoryOf(text)!.Cluster.Texts.Length == 1;
        if (_known.Count >= _arranged + Math.Max(1, _arranged * _options.RearrangeAfter)) Arrange(cancellation);
        return PlacementOf(article.Id) with { IsNew = isNew };
    }

    /// <summary>
    /// Makes the stories of two articles one, because they turned out to share text; <see langword="false"/> where one of them takes no part.
    /// </summary>
    public bool Unite(string id, string other)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(other);
        if (!_textOf.TryGetValue(id, out var text) || !_textOf.TryGetValue(other, out var second)) return false;
        if (text == second) return true;
        var (group, joined) = (GroupWith(text), _texts.Measure.Texts[second].Group);
        for (var i = 0; i < _texts.Count; i++)
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
        if (!_textOf.Remove(id, out var text)) return false;
        var articles = _known[text].Articles;
        if (articles.Count > 1)
        {
            _log.AddArticles(StoryChangeKind.Left, _board.StoryOf(text)!.Name, null, [id]);
            _ = articles.Remove(id);
            return true;
        }
        _board.Remove(text);
        articles.Clear();
        _gone++;
        return true;
    }

    /// <summary>Name of the story of an article; <see langword="null"/> where it takes no part.</summary>
    public string? StoryOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _textOf.TryGetValue(id, out var text) ? _board.StoryOf(text)?.Name : null;
    }

    /// <summary>What has changed since the last call, in order.</summary>
    public IReadOnlyList<StoryChange> TakeChanges() => _log.Take();

    /// <summary>Arranges all articles as a run over them would, and lets those go that are too old.</summary>
    public void Arrange(CancellationToken cancellation = default)
    {
        LetGo();
        _texts.Refresh(new ParallelOptions { MaxDegreeOfParallelism = _options.Stories.Threads, CancellationToken = cancellation });
        _board.Arrange(_texts, cancellation);
        _arranged = _known.Count;
    }

    /// <summary>What has to be kept of the text of an article; <see langword="null"/> where it takes no part.</summary>
    internal OnlineText? StateOf(string id)
    {
        if (!_textOf.TryGetValue(id, out var text) || _board.StoryOf(text) is not { } story) return null;
        var (language, terms, counts, level) = _texts.StateOf(text);
        return new OnlineText(_known[text].First, [.. _known[text].Articles], story.Name, _known[text].Arrived, _texts.Measure.Texts[text].Group, level, language, terms, counts);
    }

    /// <summary>Takes the texts that a stream had, in their order. Nothing else may have been added.</summary>
    internal void Restore(IReadOnlyList<OnlineText> texts)
    {
        if (_known.Count > 0) throw new InvalidOperationException("Articles have been added already.");
        foreach (var text in texts)
        {
            foreach (var id in text.Articles) _textOf.Add(id, _known.Count);
            NoteDay(text.First.Day);
            _groups = Math.Max(_groups, text.Group + 1);
            _known.Add(new StreamedText(text.First, [.. text.Articles], text.Arrived));
        }
        _arranged = _known.Count;
        _texts.Restore(texts.Select((text, i) => (new StoryText(i, text.Group, OutletOf(text.First.Outlet), text.First.Day), text)));
        _board.Restore(_texts, [.. texts.Select(text => text.Story)]);
    }

    /// <summary>Whether texts have to go: too many, or enough that are too old.</summary>
    private bool IsFull => _known.Count - _gone > _options.MostTexts
        || (_known.Count > 0 && IsTooOld(_known.Count / PartLeft));

    /// <summary>Whether a text takes no part any more, though it is still there.</summary>
    private bool IsTooOld(int text) => _options.KeepDays is { } days && _known[text].Arrived is >= 0 and var arrived && arrived < _today - days;

    private void LetGo()
    {
        var surplus = _known.Count - _gone - _options.MostTexts;
        // More, so that not every article that comes makes one go.
        if (surplus > 0) surplus += _options.MostTexts / PartLeft;
        var oldest = _options.KeepDays is { } days ? _today - days : int.MinValue;
        var isKept = new bool[_known.Count];
        for (var text = 0; text < isKept.Length; text++)
        {
            if (_known[text].Articles.Count == 0) continue;
            isKept[text] = surplus <= 0 && (_known[text].Arrived < 0 || _known[text].Arrived >= oldest);
            surplus--;
        }
        if (Array.TrueForAll(isKept, kept => kept)) return;
        _texts = _texts.Only(text => isKept[text]);
        _board.Keep(_texts, text => isKept[text]);
        _arranged = Math.Min(_arranged, _texts.Count);
        _known = [.. _known.Where((_, text) => isKept[text])];
        _gone = 0;
        _textOf.Clear();
        foreach (var (text, known) in _known.Index())
        {
            foreach (var id in known.Articles) _textOf.Add(id, text);
        }
    }

    private StoryPlacement PlacementOf(string id)
    {
        if (!_textOf.TryGetValue(id, out var text) || _board.StoryOf(text) is not { } story) return new StoryPlacement(null, IsNew: false, null, 0, 0);
        if (story.Cluster.Texts.Length == 1) return new StoryPlacement(story.Name, IsNew: true, null, 0, 0);
        var nearest = _texts.CloseTo(text).Where(close => _board.StoryOf(close.Text) == story && !IsTooOld(close.Text)).OrderByDescending(close => close.Closeness).ThenBy(close => close.Text).FirstOrDefault((Text: -1, Closeness: 0));
        var mean = _board.MeanCloseness(text);
        return new StoryPlacement(story.Name, IsNew: false, nearest.Text < 0 ? null : _known[nearest.Text].Articles[0], nearest.Closeness, mean);
    }

    private int Find(string? id, string parameter) =>
        id is null ? -1 : _textOf.TryGetValue(id, out var text) ? text : throw new ArgumentException($"The stream has no article '{id}'.", parameter);

    private int StillThere(string? id) => id is null ? -1 : _textOf.GetValueOrDefault(id, -1);

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
        if (!_outlets.TryGetValue(outlet, out var number)) _outlets.Add(outlet, number = _outlets.Count);
        return number;
    }

    private void NoteDay(int day)
    {
        if (day < 0) return;
        if (_days.Count == DaysRemembered) _ = _days.Dequeue();
        _days.Enqueue(day);
        _today = _days.Order().ElementAt(_days.Count / 2);
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

    /// <summary>A text of the stream.</summary>
    /// <param name="First">The article that brought it.</param>
    /// <param name="Articles">Identifiers of the articles that carry it, in order of arrival.</param>
    /// <param name="Arrived">Day of the stream when it came; −1 where that was unknown.</param>
    private sealed record StreamedText(OnlineArticle First, List<string> Articles, int Arrived);
}
