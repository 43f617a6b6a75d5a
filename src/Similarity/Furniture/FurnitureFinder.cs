using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Finds the furniture of one body, unit by unit:
/// <code>
/// each line or sentence is furniture where
///     it is the headline, or a line that stands before it in the article
///     a phrase of the table makes it so
///     its outlet has been seen to repeat it
/// and so is a line of a few words, no sentence, at the very top or the very end
/// </code>
/// </summary>
/// <remarks>Not thread-safe: one finder a thread. Linear in the text. Does not allocate once warm.</remarks>
internal sealed class FurnitureFinder(FurnitureOptions options)
{
    /// <summary>Units from the top among which the headline is looked for.</summary>
    private const int TopUnits = 12;

    /// <summary>Words of a headline that may be missing from its repetition, or be added to it: an outlet's name.</summary>
    private const int HeadlineSlack = 8;

    private const int LeastHeadlineWords = 3;
    private const int MostLabelWords = 4;

    /// <summary>Most of a text that labels are.</summary>
    private const double MostLabels = 0.2;

    /// <summary>Words of a line that is compared with those before it; longer ones are rarely repeated within an article.</summary>
    private const int MostRepeatedWords = 40;

    /// <summary>A page is a template where at most this part of its words is neither learnt nor made by a pattern.</summary>
    private const double MostOwnOfTemplate = 0.5;

    /// <summary>And where so few words are left, or those made by patterns are more.</summary>
    private const int FewOwnWords = 25;

    private readonly LearntFurniture _learnt = options.Known;
    private readonly UnitSplitter _splitter = new();
    private readonly TokenBuffer _title = new();
    private readonly List<WordSpan> _spans = [];
    private readonly Dictionary<ulong, int> _lines = [];

    /// <summary>Whether the page is one of a series that its outlet fills in anew each time: weather, tables, notices.</summary>
    public bool IsTemplate { get; private set; }

    /// <summary>The words that are furniture, in order, apart from each other. Valid until the next call.</summary>
    /// <param name="article">The article.</param>
    /// <param name="text">The UTF-8 of its body, markup taken out.</param>
    /// <param name="words">The words of that, with their places.</param>
    public ReadOnlySpan<WordSpan> Find(ArticleBuffer article, ReadOnlySpan<byte> text, TokenBuffer words)
    {
        _spans.Clear();
        _lines.Clear();
        IsTemplate = false;
        if (options.IsOff || words.Count == 0) return [];
        _title.Clear();
        Tokenizer.Tokenize(article.Title, _title);

        var units = _splitter.Split(text, words);
        var outlet = article.Outlet.IsEmpty || _learnt.Lines.Count == 0 ? 0 : UnitBatch.OutletKey(article.Outlet);
        var patterned = 0;
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            if (unit.Words == 0) continue;
            if (ReasonOf(text, words, units, i, outlet, ref patterned) is { } reason) Add(unit, reason);
        }
        if (outlet != 0) FindLearntLines(text, words, units, outlet);
        FindLabels(units, words.Count);
        _spans.Sort(static (a, b) => a.First.CompareTo(b.First));
        Join();
        IsTemplate = outlet != 0 && LooksLikeTemplate(words.Count, patterned);
        return CollectionsMarshal.AsSpan(_spans);
    }

    private FurnitureReason? ReasonOf(ReadOnlySpan<byte> text, TokenBuffer words, List<TextUnit> units, int place, ulong outlet, ref int patterned)
    {
        var unit = units[place];
        if (place < TopUnits && IsHeadline(words.Hashes[unit.FirstWord..unit.EndWord])) return FurnitureReason.Title;
        if (options.Phrases.Matches(text, words, unit)) return FurnitureReason.Phrase;
        var isShort = unit.IsLine && unit.Words <= MostRepeatedWords;
        if (!isShort && outlet == 0) return null;
        var hash = UnitHash.Of(text, words, unit.FirstWord, unit.EndWord);
        if (outlet != 0)
        {
            if (_learnt.Contains(LearntFurniture.KeyOf(outlet, hash.Exact))) return FurnitureReason.Learnt;
            if (hash.Skeleton != 0 && _learnt.Contains(LearntFurniture.KeyOf(outlet, hash.Skeleton))) patterned += unit.Words;
        }
        if (!isShort || _lines.TryAdd(hash.Exact, place)) return null;
        // A line at the top that comes again and is no sentence is the headline, there as here.
        var first = units[_lines[hash.Exact]];
        if (_lines[hash.Exact] < TopUnits && !first.IsClosed && !IsFurniture(first)) Add(first, FurnitureReason.Repeated);
        return FurnitureReason.Repeated;
    }

    /// <summary>Short lines of several sentences that are too short to be learnt one by one.</summary>
    private void FindLearntLines(ReadOnlySpan<byte> text, TokenBuffer words, List<TextUnit> units, ulong outlet)
    {
        foreach (var line in LearntUnits.OfFragments(units))
        {
            if (_learnt.Contains(LearntFurniture.KeyOf(outlet, UnitHash.Of(text, words, line.FirstWord, line.EndWord).Exact))) Add(line, FurnitureReason.Learnt);
        }
    }

    /// <summary>Whether words are those of the headline, give or take an outlet's name behind either.</summary>
    private bool IsHeadline(ReadOnlySpan<ulong> words)
    {
        var title = _title.Hashes;
        if (title.Length < LeastHeadlineWords || words.Length < LeastHeadlineWords || Math.Abs(title.Length - words.Length) > HeadlineSlack) return false;
        return words.Length <= title.Length ? title.StartsWith(words) : words.StartsWith(title) && words.Length - title.Length <= 2;
    }

    /// <summary>
    /// Lines of a few words that are no sentences, from the top to the first other line, and from the end likewise; unless they
    /// are much of the text, which then consists of such lines.
    /// </summary>
    private void FindLabels(List<TextUnit> units, int words)
    {
        var first = 0;
        while (first < units.Count && (IsLabel(units[first]) || IsFurniture(units[first]))) first++;
        if (first == units.Count) return;
        var last = units.Count - 1;
        while (last > first && (IsLabel(units[last]) || IsFurniture(units[last]))) last--;
        var before = _spans.Count;
        var found = 0;
        for (var i = 0; i < units.Count; i++)
        {
            if ((i >= first && i <= last) || IsFurniture(units[i])) continue;
            Add(units[i], FurnitureReason.Label);
            found += units[i].Words;
        }
        if (found > MostLabels * words) _spans.RemoveRange(before, _spans.Count - before);
    }

    private static bool IsLabel(TextUnit unit) => unit.IsLine && unit.Words <= MostLabelWords && !unit.IsClosed;

    private bool IsFurniture(TextUnit unit)
    {
        foreach (var span in _spans)
        {
            if (span.First <= unit.FirstWord && unit.EndWord <= span.End) return true;
        }
        return false;
    }

    private void Add(TextUnit unit, FurnitureReason reason) => _spans.Add(new WordSpan(unit.FirstWord, unit.EndWord, reason));

    /// <summary>Makes one of spans that overlap, or touch and have the same reason.</summary>
    private void Join()
    {
        var joined = 0;
        for (var i = 1; i < _spans.Count; i++)
        {
            var (last, next) = (_spans[joined], _spans[i]);
            if (next.First < last.End || (next.First == last.End && next.Reason == last.Reason)) _spans[joined] = last with { End = Math.Max(last.End, next.End) };
            else _spans[++joined] = next;
        }
        if (_spans.Count > 0) _spans.RemoveRange(joined + 1, _spans.Count - joined - 1);
    }

    private bool LooksLikeTemplate(int words, int patterned)
    {
        var (text, learnt) = (words, 0);
        foreach (var span in _spans)
        {
            if (span.Reason == FurnitureReason.Learnt) learnt += span.End - span.First;
            else text -= span.End - span.First;
        }
        var own = text - learnt - patterned;
        return own <= MostOwnOfTemplate * text && (own < FewOwnWords || own <= patterned);
    }
}
