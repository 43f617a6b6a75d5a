using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Finds what articles say about their own origin: the agency of a dateline, a byline, a closing line. Looks at the title and at
/// both ends of the body, nowhere else, so the cost of an article does not depend on its length.
/// </summary>
/// <remarks>
/// What others told an agency, or an agency reported, is no credit; nor is who took a picture. Names of the table are looked
/// for first and the forms tried around them; a few forms name anybody and are tried where lines and sentences begin.
/// Not thread-safe: reuses its memory. Allocates nothing for an article once warm.
/// </remarks>
public sealed class CreditFinder
{
    /// <summary>Bytes of the body that are its top, where authors stand.</summary>
    public const int TopBytes = 600;

    /// <summary>Bytes of the body that are its head: captions and other furniture stand before many datelines.</summary>
    public const int HeadBytes = 1200;

    /// <summary>Bytes of the body that are its tail.</summary>
    public const int TailBytes = 1200;

    /// <summary>Bytes that are read for a head or tail of text where the body comes with its markup.</summary>
    private const int MarkedUpBytes = 4096;

    private readonly AgencyTable _table;
    private readonly AgencyNames _names;
    private readonly CreditPlaces _places;
    private readonly CreditText _text = new();
    private readonly List<Credit> _credits = [];

    /// <summary>Looks for the agencies of <paramref name="table"/>; of <see cref="AgencyTable.Default"/> where it is missing.</summary>
    public CreditFinder(AgencyTable? table = null)
    {
        _table = table ?? AgencyTable.Default;
        _names = new AgencyNames(_table);
        _places = new CreditPlaces(_names, CreditForms.AtStarts);
    }

    /// <summary>The credits of an article: those of its title, then those of its body, in text order. Valid until the next call.</summary>
    public ReadOnlySpan<Credit> Find(ArticleBuffer article)
    {
        ArgumentNullException.ThrowIfNull(article);
        _credits.Clear();
        var title = article.Title;
        Search(article, ArticleField.Title, 0, Math.Min(title.Length, HeadBytes), 0, 0);
        var body = article.Body;
        var isMarkedUp = body[..Math.Min(body.Length, HeadBytes)].IndexOf("</"u8) >= 0;
        var (head, tail) = isMarkedUp ? (MarkedUpBytes, MarkedUpBytes) : (HeadBytes, TailBytes);
        if (body.Length <= head + tail)
        {
            Search(article, ArticleField.Body, 0, body.Length, HeadBytes, TailBytes);
        }
        else
        {
            Search(article, ArticleField.Body, 0, head, HeadBytes, 0);
            Search(article, ArticleField.Body, body.Length - tail, body.Length, 0, TailBytes);
        }
        return CollectionsMarshal.AsSpan(_credits);
    }

    /// <summary>Looks in a stretch of a field, whose first <paramref name="head"/> and last <paramref name="tail"/> bytes are the body's head and tail.</summary>
    private void Search(ArticleBuffer article, ArticleField field, int start, int end, int head, int tail)
    {
        var bytes = article.Get(field);
        var hasSign = bytes[start..end].IndexOf("©"u8) >= 0;
        if (!_places.Read(bytes[start..end], tail == 0) && !hasSign) return;
        _text.Read(bytes, start, end);
        // "©" begins a form once it is spelt out. Otherwise the places are those that were found, in other spelling.
        if (hasSign) _places.Read(_text.Bytes, tail == 0);
        else _places.MoveTo(_text, start);
        var first = _credits.Count;
        var tailStart = _text.Length - tail;
        foreach (var mention in _places.Mentions)
        {
            var zone = ZoneOf(field, mention.Start, head, tailStart);
            if (zone != CreditZone.None) TryForms(article, field, zone, mention);
        }
        foreach (var at in _places.Starts)
        {
            var zone = ZoneOf(field, at, head, tailStart);
            if (zone != CreditZone.None && field == ArticleField.Body) TryStart(article, zone, at);
        }
        if (_credits.Count > first + 1) _credits.Sort(first, _credits.Count - first, ByPlace.Instance);
    }

    private void TryForms(ArticleBuffer article, ArticleField field, CreditZone zone, AgencyMention mention)
    {
        var place = NamePlace.Around(_text.Bytes, mention);
        if (place.NamesPictureOrPoll) return;
        foreach (var form in CreditForms.AroundNamesIn(zone))
        {
            if (mention.IsAmbiguous && !form.TakesAmbiguous) continue;
            if (!CueMatcher.Around(_text, form.Pattern, place, out var start, out var end)) continue;
            Add(article, field, form, _table.Agencies[mention.Agency], start, end, mention.Start, mention.End);
            return;
        }
    }

    private void TryStart(ArticleBuffer article, CreditZone zone, int at)
    {
        foreach (var form in CreditForms.AtStarts)
        {
            if ((form.Zone & zone) == CreditZone.None) continue;
            var name = CueMatcher.Forward(_text, form.Pattern.Before, at);
            if (name < 0) continue;
            if (form.Implies is { } implied)
            {
                if (_table.Find(implied) is { } agency) Add(article, ArticleField.Body, form, agency, at, name, at, name);
                return;
            }
            if (!TryOutlet(article, form, at, name)) continue;
            return;
        }
    }

    private bool TryOutlet(ArticleBuffer article, CreditForm form, int start, int name)
    {
        var bytes = _text.Bytes;
        var isListed = _names.TryMatch(bytes, name, out var mention) || _names.TryMatch(bytes, NamePlace.SkipArticle(bytes, name), out mention);
        if (isListed || !bytes[name..].StartsWith("The "u8)) name = isListed ? mention.Start : NamePlace.SkipArticle(bytes, name);
        var end = isListed ? mention.End : OutletName.End(bytes, name);
        if (end == name || NamePlace.IsPicture(bytes, end)) return false;
        if (isListed) return Add(article, ArticleField.Body, form, _table.Agencies[mention.Agency], start, end, name, end);
        if (form.NamesOutlet && !IsOutlet(article, bytes[name..end])) return false;
        return Add(article, ArticleField.Body, form, null, start, end, name, end);
    }

    /// <summary>Whether a name is the outlet's, or that of some paper at least ("The ..."), and not that of a person.</summary>
    private static bool IsOutlet(ArticleBuffer article, ReadOnlySpan<byte> name) =>
        name.StartsWith("The "u8) || OutletIdentity.IsOutletOf(article, null, name);

    /// <summary>Adds a credit, unless the same words were found to name somebody before.</summary>
    private bool Add(ArticleBuffer article, ArticleField field, CreditForm form, Agency? agency, int start, int end, int nameStart, int nameEnd)
    {
        var (from, to) = (_text.OriginalStart(nameStart), _text.OriginalEnd(nameEnd));
        foreach (var known in _credits)
        {
            if (known.Field == field && known.NameStart < to && from < known.NameEnd && (known.Agency is null || agency is null || known.Agency == agency)) return true;
        }
        var kind = agency is { IsPressReleaseWire: true } ? CreditKind.PressRelease : form.Kind;
        _credits.Add(new Credit(kind, field, _text.OriginalStart(start), _text.OriginalEnd(end))
        {
            Agency = agency,
            NameStart = from,
            NameEnd = to,
            Confidence = form.Confidence,
            IsOwn = form.NamesOutlet || OutletIdentity.IsOutletOf(article, agency, _text.Bytes[nameStart..nameEnd]),
        });
        return true;
    }

    private static CreditZone ZoneOf(ArticleField field, int at, int headEnd, int tailStart)
    {
        if (field == ArticleField.Title) return CreditZone.Title;
        var zone = at >= tailStart ? CreditZone.Tail : CreditZone.None;
        if (at < headEnd) zone |= CreditZone.Head;
        return at < Math.Min(headEnd, TopBytes) ? zone | CreditZone.Top : zone;
    }

    private sealed class ByPlace : IComparer<Credit>
    {
        public static readonly ByPlace Instance = new();

        public int Compare(Credit x, Credit y) => (x.NameStart, x.Start).CompareTo((y.NameStart, y.Start));
    }
}
