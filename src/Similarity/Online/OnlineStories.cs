using System.Collections.Concurrent;

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
    private readonly StreamSchedule _schedule;
    private OnlineTexts _texts;

    /// <summary>An empty stream.</summary>
    public OnlineStories(OnlineStoryOptions? options = null)
    {
        _options = options ?? new OnlineStoryOptions();
        (_terms, _compared) = (new TermReader(_options.Features), new ComparedText(_options.Features));
        (_known, _outlets, _schedule) = (new(_options), new(null, StringComparer.Ordinal), new(_options));
        _texts = new OnlineTexts(_options.Stories);
        _log = new StoryLog(text => _known[text].Articles);
        _board = new StoryBoard(_options.Stories, _texts, _log, _known.NameOf, _known.IsTooOld);
    }

    /// <summary>A layer over another stream: what is added is put where it would be there, and is only there.</summary>
    private OnlineStories(OnlineStories under)
    {
        (_options, _under, _terms, _compared) = (under._options, under, under._terms, under._compared);
        (_known, _outlets, _schedule) = (new(under._known), new(under._outlets, StringComparer.Ordinal), new(_options));
        _texts = new OnlineTexts(under._texts);
        _log = new StoryLog(text => _known[text].Articles);
        _board = new StoryBoard(_options.Stories, _texts, _log, _known.NameOf, _known.IsTooOld, under._board);
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
        var terms = _batch.Count == 0 ? null : TextTerms.Of(_batch);
        return Add(new OnlineArticle(article.Id, article.Outlet, _buffer.PublishedTicks, _compared.Content), terms, copyOf, groupedWith, cancellation);
    }

    /// <summary>Puts an article into a story whose terms are known; <see langword="null"/> of an article without a word.</summary>
    internal StoryPlacement Add(in OnlineArticle article, TextTerms? terms, string? copyOf, string? groupedWith, CancellationToken cancellation)
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
        else if (terms is not null)
        {
            isNew = Place(article, Await([new NextText(article, terms, groupedWith is null ? [] : [groupedWith])])[0]);
        }
        // What is only asked makes room for nobody.
        if (_under is null) Settle(cancellation);
        return original >= 0 ? new StoryPlacement(StoryOf(article.Id), IsNew: false, null, 0, 0) : PlacementOf(article.Id) with { IsNew = isNew };
    }

    /// <summary>Puts texts that are new into stories, one after the other but measured on all threads.</summary>
    internal void AddAll(IReadOnlyList<NextText> texts)
    {
        for (var first = 0; first < texts.Count;)
        {
            // As many as come before anything else changes what they are measured by.
            var count = 1;
            while (first + count < texts.Count && _under is null && !_schedule.LetsGo(_known.Present, count) && !_schedule.Arranges(_known.Present, count)) count++;
            foreach (var partner in Await([.. texts.Skip(first).Take(count)]))
            {
                var article = texts[first++].Article;
                _known.Note(article.Day);
                _ = Place(article, partner);
                if (_under is null) Settle(CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// A layer over this stream, of whoever asks where an article would be put: it adds the article to the layer, and changes nothing else. Several may ask
    /// at a time, while nothing is added here; each ends that (<see cref="EndQuestion"/>) before something is.
    /// </summary>
    internal OnlineStories BeginQuestion()
    {
        var layer = _layers.TryTake(out var idle) ? idle : new OnlineStories(this);
        layer._texts.Groups = _texts.Groups;
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
        _texts.Group(text, second, _known.All());
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
        _schedule.NoteArranged(_known.Present);
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
            _texts.Groups = Math.Max(_texts.Groups, text.Group + 1);
            _known.Add(new StreamedText(text.First, [.. text.Articles], text.Arrived));
        }
        _schedule.NoteArranged(_known.Present);
        _layers.Clear();
        _texts.Restore(texts.Select((text, i) => (new StoryText(i, text.Group, OutletOf(text.First.Outlet), text.First.Day), text)));
        _board.Restore([.. texts.Select(text => text.Story)]);
    }

    /// <summary>Measures texts that come next, together; the text that each must be with, −1 for none.</summary>
    private int[] Await(IReadOnlyList<NextText> texts)
    {
        var (partners, numbers) = (new int[texts.Count], new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (i, text) in texts.Index())
        {
            partners[i] = text.GroupedWith.Select(id => _known.Of(id) is >= 0 and var known ? known : numbers.GetValueOrDefault(id, -1)).FirstOrDefault(number => number >= 0, -1);
            numbers[text.Article.Id] = _known.Count + i;
            _texts.Add(new StoryText(_known.Count + i, _texts.GroupWith(partners[i]), OutletOf(text.Article.Outlet), text.Article.Day), text.Terms);
        }
        _texts.MeasureAdded(new ParallelOptions { MaxDegreeOfParallelism = _options.Stories.Threads });
        return partners;
    }

    /// <summary>Puts the next text into a story, which has been measured; whether that is a new one.</summary>
    private bool Place(in OnlineArticle article, int partner)
    {
        var text = _known.Count;
        _known.Add(new StreamedText(article, [article.Id], _known.Today));
        _texts.Show();
        _board.Place(partner);
        _schedule.NoteText();
        return _board.StoryOf(text)!.Cluster.Texts.Length == 1;
    }

    /// <summary>Lets some texts go that have to, and arranges all where enough have come.</summary>
    private void Settle(CancellationToken cancellation)
    {
        _schedule.NoteArticle();
        if (_schedule.LetsGo(_known.Present))
        {
            for (var i = 0; i < MostLeaving * _schedule.Articles; i++)
            {
                if (_known.NextLeaving() is >= 0 and var leaving) Leave(leaving);
            }
            _schedule.NoteLeft();
            var first = _known.DropLeft();
            _texts.DropBefore(first);
            _board.DropBefore(first);
        }
        if (_schedule.Arranges(_known.Present)) Arrange(cancellation);
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
        _schedule.NotePresent(_known.Present);
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

    private int OutletOf(string? outlet)
    {
        if (string.IsNullOrEmpty(outlet)) return -1;
        if (!_outlets.TryGetValue(outlet, out var number)) _outlets.Set(outlet, number = _outlets.Count);
        return number;
    }
}
