using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Similarity;

/// <summary>The texts of a stream by the articles that carry them, and which of them have to leave. Over others as a layer they hold what is added.</summary>
/// <remarks>Not thread-safe; layers over one may be used at the same time while that does not change.</remarks>
internal sealed class StreamedTexts
{
    /// <summary>A text that stays keeps the memory of those after it, as long as these are no more than so many times those that are there.</summary>
    private const int MostPassed = 4;

    private const int LeastPassed = 1024;

    private readonly OnlineStoryOptions _options;
    private readonly StreamedTexts? _under;
    private readonly LayeredMap<string, int> _textOf;
    private readonly LayeredList<StreamedText?> _texts;
    private readonly StreamDay _day = new();
    private int _first;
    /// <summary>The next text that is looked at whether it is too old.</summary>
    private int _looked;

    /// <summary>No texts.</summary>
    public StreamedTexts(OnlineStoryOptions options) => (_options, _textOf, _texts) = (options, new(null, StringComparer.Ordinal), new());

    /// <summary>A layer over others.</summary>
    public StreamedTexts(StreamedTexts under) =>
        (_options, _under, _textOf, _texts) = (under._options, under, new(under._textOf, StringComparer.Ordinal), new(under._texts));

    /// <summary>How many articles there are.</summary>
    public int Articles => _textOf.Count;

    /// <summary>How many texts there are.</summary>
    public int Present { get; private set; }

    /// <summary>The number after that of the last text.</summary>
    public int Count => _texts.Count;

    /// <summary>The day of the stream.</summary>
    public int Today => _day.Today;

    /// <summary>A text that is there.</summary>
    public StreamedText this[int text] => _texts[text]!;

    /// <summary>The text of an article; −1 where that is not there.</summary>
    public int Of(string id) => _textOf.TryGetValue(id, out var text) ? text : -1;

    /// <summary>The first text that is there; the number after the last where none is.</summary>
    public int First()
    {
        while (_first < Count && _texts[_first] is null) _first++;
        return _first;
    }

    /// <summary>The texts that are there, in order of arrival.</summary>
    public IEnumerable<int> All() => Enumerable.Range(_texts.First, Count - _texts.First).Where(text => _texts[text] is not null);

    /// <summary>Whether a text takes no part any more, though it is still there.</summary>
    public bool IsTooOld(int text) => _options.KeepDays is { } days && this[text].Arrived is >= 0 and var arrived && arrived < Today - days;

    /// <summary>Takes the day of an article that comes.</summary>
    public void Note(int day) => _day.Note(day);

    /// <summary>Adds the next text.</summary>
    public void Add(StreamedText text)
    {
        foreach (var id in text.Articles) _textOf.Set(id, Count);
        _texts.Add(text);
        Present++;
    }

    /// <summary>Adds an article with a text that is there, which is of today then.</summary>
    public void AddCopy(int text, string id)
    {
        var known = this[text];
        _textOf.Set(id, text);
        if (_under is not null) known = known with { Articles = [.. known.Articles] };
        known.Articles.Add(id);
        _texts[text] = known with { Arrived = Math.Max(known.Arrived, Today) };
    }

    /// <summary>Takes an article out of those with its text.</summary>
    public void RemoveCopy(int text, string id)
    {
        _ = _textOf.Remove(id);
        _ = this[text].Articles.Remove(id);
    }

    /// <summary>Takes a text out, and its articles.</summary>
    public void Remove(int text)
    {
        foreach (var id in this[text].Articles) _ = _textOf.Remove(id);
        _texts[text] = null;
        Present--;
    }

    /// <summary>A text that has to leave, of the few that are looked at now: of too many the first, or one that is too old. −1 for none.</summary>
    public int NextLeaving()
    {
        if (Present == 0) return -1;
        if (Present > _options.MostTexts || Count - First() > (MostPassed * (long)Present) + LeastPassed) return First();
        if (_looked < First() || _looked >= Count) _looked = _first;
        var looked = _looked++;
        return _texts[looked] is not null && IsTooOld(looked) ? looked : -1;
    }

    /// <summary>Whether a text has to leave before all are arranged.</summary>
    public bool HasToLeave(int text) => Present > _options.MostTexts || IsTooOld(text);

    /// <summary>Lets the memory of texts go that have left, and tells the first that is there.</summary>
    public int DropLeft()
    {
        _texts.DropBefore(First());
        return _first;
    }

    /// <summary>Gives the texts numbers from 0 on.</summary>
    public void Renumber()
    {
        var texts = _texts.OfType<StreamedText>().ToList();
        _texts.Clear();
        _textOf.Clear();
        (Present, _first, _looked) = (0, 0, 0);
        foreach (var text in texts) Add(text);
    }

    /// <summary>Makes a layer one of what is below now.</summary>
    public void Begin()
    {
        _textOf.Clear();
        _texts.Clear();
        _day.Set(_under!._day);
    }

    /// <summary>A name for a story of some texts that is not in use: of the first of them for which there is one.</summary>
    public string NameOf(IReadOnlyList<int> texts, Func<string, bool> isUsed)
    {
        for (var salt = 0L; ; salt++)
        {
            foreach (var text in texts.OrderBy(text => this[text].First.Published ?? long.MaxValue).ThenBy(text => text))
            {
                var first = this[text].First;
                var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(first.NamedAfter), unchecked((long)(ulong)first.Content + salt));
                var name = string.Create(CultureInfo.InvariantCulture, $"s-{hash:x16}");
                if (!isUsed(name)) return name;
            }
        }
    }
}
