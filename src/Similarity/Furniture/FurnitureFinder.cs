using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Finds the furniture of one body, unit by unit:
/// <code>
/// each line or sentence is furniture where
///     it is the headline, or a line that stands before it in the article
///     a phrase of the table makes it so, or it is a date
///     its outlet has been seen to repeat it
/// and so is a line of a few words, no sentence, at the very top or the very end
/// </code>
/// </summary>
/// <remarks>Not thread-safe: one finder a thread. Linear in the text. Does not allocate once warm.</remarks>
internal sealed class FurnitureFinder(FurnitureOptions options)
{
    /// <summary>Units from the top among which the headline is looked for.</summary>
    private const int TopUnits = 12;

    /// <summary>Units that are the end of an article, if there are some before them.</summary>
    private const int EndUnits = 6;
    private const int LeastUnitsBeforeEnd = 4;

    /// <summary>Words of the beginning and of the end of a body that are learnt from whole, at least.</summary>
    private const int EndWords = 400;

    /// <summary>Lines at the top in which an author may be introduced.</summary>
    private const int TopLines = 3;
    private const int MostNoteWords = 80;

    /// <summary>Words of a row of titles, and the share of them that begin with a capital or a digit.</summary>
    private const int LeastMenuWords = 20;
    private const double LeastCapitals = 0.75;

    /// <summary>Words of a line all in capitals that links elsewhere; shorter ones head a section.</summary>
    private const int LeastCapitalWords = 8;

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

    /// <summary>The first unit that has each short line.</summary>
    private readonly Dictionary<ulong, int> _lines = [];

    /// <summary>Why each unit is furniture; <see langword="null"/> for text.</summary>
    private FurnitureReason?[] _reasons = [];

    /// <summary>Whether the page is one of a series that its outlet fills in anew each time: weather, tables, notices.</summary>
    public bool IsTemplate { get; private set; }

    /// <summary>The words that are furniture, in order, apart from each other. Valid until the next call.</summary>
    /// <param name="article">The article.</param>
    /// <param name="text">The UTF-8 of its body, markup taken out.</param>
    /// <param name="words">The words of that, with their places.</param>
    public ReadOnlySpan<WordSpan> Find(ArticleBuffer article, ReadOnlySpan<byte> text, TokenBuffer words)
    {
        _spans.Clear();
        IsTemplate = false;
        if (options.IsOff || words.Count == 0) return [];
        _title.Clear();
        Tokenizer.Tokenize(article.Title, _title);

        var units = _splitter.Split(text, words);
        Forget(units.Count);
        var outlet = article.Outlet.IsEmpty || _learnt.Lines.Count == 0 ? 0 : UnitBatch.OutletKey(article.Outlet);
        if (!_learnt.Knows(outlet)) outlet = 0;
        var patterned = 0;
        for (var i = 0; i < units.Count; i++) _reasons[i] ??= ReasonOf(text, words, units, i, outlet, ref patterned);
        if (outlet != 0) FindLearntLines(text, words, units, outlet);
        FindLabels(units, words.Count);
        JoinUnits(units);
        IsTemplate = outlet != 0 && LooksLikeTemplate(words.Count, patterned);
        return CollectionsMarshal.AsSpan(_spans);
    }

    private void Forget(int units)
    {
        _lines.Clear();
        if (_reasons.Length < units) _reasons = new FurnitureReason?[units + (units / 4)];
        else _reasons.AsSpan(0, units).Clear();
    }

    private FurnitureReason? ReasonOf(ReadOnlySpan<byte> text, TokenBuffer words, List<TextUnit> units, int place, ulong outlet, ref int patterned)
    {
        var unit = units[place];
        if (place < TopUnits && IsHeadline(words.Hashes[unit.FirstWord..unit.EndWord])) return FurnitureReason.Title;
        var isAtEnd = (unit.Line < TopLines && IsInNote(units, place)) || place >= Math.Max(LeastUnitsBeforeEnd, units.Count - EndUnits);
        if (options.Phrases.Find(text, words, unit, isAtEnd) is { } phrase)
        {
            if (phrase.IsAtEnd && IsInNote(units, place)) MarkRestOfLine(units, place);
            return FurnitureReason.Phrase;
        }
        if (IsMenu(text, words, unit)) return FurnitureReason.Label;
        if (unit.IsLine && DateLine.Matches(text, words, unit)) return FurnitureReason.Date;
        var isShort = unit.IsLine && unit.Words <= MostRepeatedWords;
        if (!isShort && (outlet == 0 || IsDeepInside(unit, words.Count))) return null;
        var hash = UnitHash.Of(text, words, unit.FirstWord, unit.EndWord);
        if (outlet != 0)
        {
            if (_learnt.Contains(LearntFurniture.KeyOf(outlet, hash.Exact))) return FurnitureReason.Learnt;
            if (hash.Skeleton != 0 && _learnt.Contains(LearntFurniture.KeyOf(outlet, hash.Skeleton))) patterned += unit.Words;
        }
        if (!isShort || _lines.TryAdd(hash.Exact, place)) return null;
        // A line at the top that comes again and is no sentence is the headline, there as here.
        var first = _lines[hash.Exact];
        if (first < TopUnits && !units[first].IsClosed) _reasons[first] ??= FurnitureReason.Repeated;
        return FurnitureReason.Repeated;
    }

    /// <summary>Short lines of several sentences that are too short to be learnt one by one.</summary>
    private void FindLearntLines(ReadOnlySpan<byte> text, TokenBuffer words, List<TextUnit> units, ulong outlet)
    {
        var place = 0;
        foreach (var line in LearntUnits.OfFragments(units))
        {
            if (!_learnt.Contains(LearntFurniture.KeyOf(outlet, UnitHash.Of(text, words, line.FirstWord, line.EndWord).Exact))) continue;
            while (units[place].FirstWord < line.FirstWord) place++;
            for (; place < units.Count && units[place].EndWord <= line.EndWord; place++) _reasons[place] ??= FurnitureReason.Learnt;
        }
    }

    /// <summary>Whether words are those of the headline, give or take an outlet's name behind either.</summary>
    private bool IsHeadline(ReadOnlySpan<ulong> words)
    {
        var title = _title.Hashes;
        if (title.Length < LeastHeadlineWords || words.Length < LeastHeadlineWords || Math.Abs(title.Length - words.Length) > HeadlineSlack) return false;
        return words.Length <= title.Length ? title.StartsWith(words) : words.StartsWith(title) && words.Length - title.Length <= 2;
    }

    /// <summary>Whether a unit stands where nothing is learnt from but short lines (see <see cref="UnitBatch"/>).</summary>
    private static bool IsDeepInside(TextUnit unit, int words) => unit.FirstWord >= EndWords && unit.EndWord <= words - EndWords;

    /// <summary>Whether the line of a unit is short enough to be a note; some pages have all of their text in one line.</summary>
    private static bool IsInNote(List<TextUnit> units, int place)
    {
        int first = place, last = place;
        while (first > 0 && units[first - 1].Line == units[place].Line && Words() <= MostNoteWords) first--;
        while (last + 1 < units.Count && units[last + 1].Line == units[place].Line && Words() <= MostNoteWords) last++;
        return Words() <= MostNoteWords;

        int Words() => units[last].EndWord - units[first].FirstWord;
    }

    private void MarkRestOfLine(List<TextUnit> units, int place)
    {
        for (var i = place + 1; i < units.Count && units[i].Line == units[place].Line; i++) _reasons[i] ??= FurnitureReason.Phrase;
    }

    /// <summary>Whether a long line is no sentence but a row of titles, or a headline in capitals, which links to another article.</summary>
    private static bool IsMenu(ReadOnlySpan<byte> text, TokenBuffer words, TextUnit unit)
    {
        if (!unit.IsLine || unit.IsClosed || unit.Words < LeastCapitalWords) return false;
        var bytes = text[words.Starts[unit.FirstWord]..words.Ends[unit.EndWord - 1]];
        if (bytes.IndexOfAnyInRange((byte)'a', (byte)'z') < 0 && bytes.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0) return true;
        if (unit.Words < LeastMenuWords) return false;
        var capitals = 0;
        foreach (var start in words.Starts[unit.FirstWord..unit.EndWord])
        {
            if (text[start] is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')) capitals++;
        }
        return capitals >= LeastCapitals * unit.Words;
    }

    /// <summary>
    /// Lines of a few words that are no sentences, from the top to the first other line, and from the end likewise; unless they
    /// are much of the text, which then consists of such lines.
    /// </summary>
    private void FindLabels(List<TextUnit> units, int words)
    {
        int first = 0, end = units.Count, found = 0;
        while (first < end && (_reasons[first] is not null || IsLabel(units[first]))) first++;
        while (end > first && (_reasons[end - 1] is not null || IsLabel(units[end - 1]))) end--;
        if (first == units.Count) return;
        for (var i = 0; i < units.Count; i++) found += (i < first || i >= end) && _reasons[i] is null ? units[i].Words : 0;
        if (found > MostLabels * words) return;
        for (var i = 0; i < first; i++) _reasons[i] ??= FurnitureReason.Label;
        for (var i = end; i < units.Count; i++) _reasons[i] ??= FurnitureReason.Label;
    }

    private static bool IsLabel(TextUnit unit) => unit.IsLine && unit.Words <= MostLabelWords && !unit.IsClosed;

    /// <summary>Makes one span of units that follow each other and are furniture for the same reason.</summary>
    private void JoinUnits(List<TextUnit> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (_reasons[i] is not { } reason) continue;
            if (i > 0 && _reasons[i - 1] == reason) _spans[^1] = _spans[^1] with { End = units[i].EndWord };
            else _spans.Add(new WordSpan(units[i].FirstWord, units[i].EndWord, reason));
        }
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
