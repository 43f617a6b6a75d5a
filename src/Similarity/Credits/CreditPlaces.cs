using System.Runtime.InteropServices;
using System.Text;

namespace Similarity;

/// <summary>
/// The places of a text where forms are tried: names of agencies, and the first words of lines, sentences and brackets that a
/// form begins with.
/// </summary>
/// <remarks>Not thread-safe: reuses its memory.</remarks>
internal sealed class CreditPlaces
{
    /// <summary>Names, and starts, that are kept of a text; more are no article, but a list or an attack.</summary>
    private const int Most = 128;

    /// <summary>What may stand before the first word of a line or sentence: signs, whatever signs there are outside ASCII.</summary>
    private static readonly bool[] Leading = [.. Enumerable.Range(0, 256).Select(value => value >= 0x80 || " .\"-|*\n)_([".Contains((char)value))];

    private readonly AgencyNames _names;
    private readonly CreditForm[][] _formsByFirstByte = new CreditForm[256][];
    private readonly WordStarts _words;
    private readonly BytePairs _headPairs = new();
    private readonly BytePairs _tailPairs = new();
    private readonly int[] _wordPlaces = new int[4096];

    public CreditPlaces(AgencyNames names, CreditForm[] formsAtStarts)
    {
        _names = names;
        _words = new WordStarts([.. names.SmallInitials, (byte)'c']);
        for (var first = 0; first < _formsByFirstByte.Length; first++)
        {
            _formsByFirstByte[first] = Array.FindAll(formsAtStarts, form => FirstWords(form.Pattern.Before).Any(word => CueWords.Begins([(byte)first], word.AsSpan(0, 1))));
        }
        foreach (var form in formsAtStarts)
        {
            if ((form.Zone & CreditZone.Head) != CreditZone.None) AddPairs(_headPairs, form);
            AddPairs(_tailPairs, form);
        }
    }

    /// <summary>The names of the text last read, in order.</summary>
    public List<AgencyMention> Mentions { get; } = [];

    /// <summary>Where forms may start in the text last read, in order.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>
    /// Finds the places of a text. Where there are none, there are no credits: so it is asked of the bytes of a field as they
    /// came, before they are brought into the spelling of forms. A text that is the head only of an article has fewer forms.
    /// </summary>
    public bool Read(ReadOnlySpan<byte> text, bool isHeadOnly)
    {
        Mentions.Clear();
        Starts.Clear();
        var pairs = isHeadOnly ? _headPairs : _tailPairs;
        foreach (var at in _wordPlaces.AsSpan(0, _words.Find(text, _wordPlaces)))
        {
            var rest = text[at..];
            if (_names.MayBegin(rest)) AddName(text, at);
            if (rest.Length > 1 && pairs.Begins(rest)) AddStart(text, at);
        }
        return Mentions.Count > 0 || Starts.Count > 0;
    }

    /// <summary>Makes places of the bytes of a field, read from <paramref name="start"/> on, those of the text they became.</summary>
    public void MoveTo(CreditText text, int start)
    {
        foreach (ref var mention in CollectionsMarshal.AsSpan(Mentions))
        {
            mention = mention with { Start = text.PositionOf(start + mention.Start), End = text.PositionOf(start + mention.End) };
        }
        foreach (ref var at in CollectionsMarshal.AsSpan(Starts)) at = text.PositionOf(start + at);
    }

    private void AddName(ReadOnlySpan<byte> text, int at)
    {
        if (Mentions.Count >= Most || (Mentions.Count > 0 && at < Mentions[^1].End)) return;
        if (_names.TryMatch(text, at, out var mention)) Mentions.Add(mention);
    }

    private static void AddPairs(BytePairs pairs, CreditForm form)
    {
        foreach (var words in FirstWords(form.Pattern.Before))
        {
            var word = words.AsSpan().TrimStart((byte)'(').ToArray();
            pairs.Add(word);
            Ascii.ToUpperInPlace(word, out _);
            pairs.Add(word);
        }
    }

    private void AddStart(ReadOnlySpan<byte> text, int at)
    {
        if (Starts.Count >= Most || !IsStart(text, at)) return;
        if (at > 0 && text[at - 1] == '(' && MayStart(text[(at - 1)..])) Starts.Add(at - 1);
        if (MayStart(text[at..])) Starts.Add(at);
    }

    /// <summary>Whether a line, sentence or bracket begins here, perhaps behind a quotation mark, dash or bullet.</summary>
    private static bool IsStart(ReadOnlySpan<byte> text, int at)
    {
        var before = at - 1;
        if (before > 0 && text[before] == ' ') before--;
        return before < 0 || Leading[text[before]];
    }

    /// <summary>Whether the words before the first stretch of some form stand here.</summary>
    private bool MayStart(ReadOnlySpan<byte> text)
    {
        foreach (var form in _formsByFirstByte[text[0]])
        {
            if (CueMatcher.BeginsWith(text, form.Pattern.Before)) return true;
        }
        return false;
    }

    /// <summary>The words that a form may begin with, down to the first that must be there.</summary>
    private static IEnumerable<byte[]> FirstWords(CueStep[] steps)
    {
        foreach (var step in steps)
        {
            foreach (var word in step.Words.Where(word => word.Length > 0)) yield return word;
            if (!step.IsOptional) break;
        }
    }
}
