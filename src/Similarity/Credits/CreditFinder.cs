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
    /// <summary>Bytes of the body that are its head: captions and other furniture stand before many datelines.</summary>
    public const int HeadBytes = 1200;

    /// <summary>Bytes of the body that are its tail.</summary>
    public const int TailBytes = 1200;

    /// <summary>Bytes that are read for a head or tail of text where the body comes with its markup.</summary>
    private const int MarkedUpBytes = 4096;

    /// <summary>Names and starts that are looked at in a stretch; more are no article, but a list or an attack.</summary>
    private const int MostPlaces = 128;

    private readonly AgencyTable _table;
    private readonly AgencyNames _names;
    private readonly StartForms _starts;
    private readonly CreditText _text = new();
    private readonly List<Credit> _credits = [];

    /// <summary>Looks for the agencies of <paramref name="table"/>; of <see cref="AgencyTable.Default"/> where it is missing.</summary>
    public CreditFinder(AgencyTable? table = null)
    {
        _table = table ?? AgencyTable.Default;
        _names = new AgencyNames(_table);
        _starts = new StartForms(CreditForms.AtStarts);
    }

    /// <summary>The credits of an article: those of its title, then those of its body, in text order. Valid until the next call.</summary>
    public ReadOnlySpan<Credit> Find(ArticleBuffer article)
    {
        ArgumentNullException.ThrowIfNull(article);
        _credits.Clear();
        var title = article.Title;
        _text.Read(title, 0, Math.Min(title.Length, HeadBytes));
        Search(article, ArticleField.Title, 0, 0);
        var body = article.Body;
        var isMarkedUp = body[..Math.Min(body.Length, HeadBytes)].IndexOf("</"u8) >= 0;
        var (head, tail) = isMarkedUp ? (MarkedUpBytes, MarkedUpBytes) : (HeadBytes, TailBytes);
        if (body.Length <= head + tail)
        {
            _text.Read(body, 0, body.Length);
            Search(article, ArticleField.Body, HeadBytes, _text.Length - TailBytes);
        }
        else
        {
            _text.Read(body, 0, head);
            Search(article, ArticleField.Body, HeadBytes, int.MaxValue);
            _text.Read(body, body.Length - tail, body.Length);
            Search(article, ArticleField.Body, 0, _text.Length - TailBytes);
        }
        return CollectionsMarshal.AsSpan(_credits);
    }

    /// <summary>Looks in the text that was read, whose head ends and whose tail begins where stated.</summary>
    private void Search(ArticleBuffer article, ArticleField field, int headEnd, int tailStart)
    {
        var first = _credits.Count;
        var bytes = _text.Bytes;
        var places = 0;
        for (var at = 0; places < MostPlaces && _names.TryFind(bytes, at, out var mention); places++)
        {
            at = mention.End;
            var zone = ZoneOf(field, mention.Start, headEnd, tailStart);
            if (zone != CreditZone.None) TryForms(article, field, zone, mention);
        }
        if (field == ArticleField.Body) SearchStarts(article, headEnd, tailStart);
        _credits.Sort(first, _credits.Count - first, ByPlace.Instance);
    }

    private void TryForms(ArticleBuffer article, ArticleField field, CreditZone zone, AgencyMention mention)
    {
        var place = NamePlace.Around(_text.Bytes, mention);
        if (place.NamesPictureOrPoll) return;
        foreach (var form in CreditForms.AroundNames)
        {
            if ((form.Zone & zone) == CreditZone.None || (mention.IsAmbiguous && !form.TakesAmbiguous)) continue;
            var end = CueMatcher.Forward(_text, form.Pattern.After, place.End);
            if (end < 0) continue;
            var start = CueMatcher.Backward(_text, form.Pattern.Before, place.Start);
            if (start < 0) continue;
            Add(article, field, form, _table.Agencies[mention.Agency], start, end, mention.Start, mention.End);
            return;
        }
    }

    private void SearchStarts(ArticleBuffer article, int headEnd, int tailStart)
    {
        var bytes = _text.Bytes;
        var places = 0;
        for (var at = 0; places < MostPlaces && at < bytes.Length; places++)
        {
            at = _starts.Next(bytes, at);
            if (at >= bytes.Length) break;
            var zone = ZoneOf(ArticleField.Body, at, headEnd, tailStart);
            if (zone != CreditZone.None) TryStart(article, zone, at);
            at++;
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
        name = NamePlace.SkipArticle(bytes, name);
        var isListed = _names.TryMatch(bytes, name, out var mention);
        var end = isListed ? mention.End : OutletName.End(bytes, name);
        if (end == name || NamePlace.IsPicture(bytes, end)) return false;
        if (isListed) return Add(article, ArticleField.Body, form, _table.Agencies[mention.Agency], start, end, name, end);
        var isNamed = OutletIdentity.IsNamed(article.Outlet, bytes[name..end]);
        if (form.NamesOutlet && !isNamed && !NamePlace.FollowsArticle(bytes, name)) return false;
        return Add(article, ArticleField.Body, form, null, start, end, name, end);
    }

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
            IsOwn = form.NamesOutlet || (agency is null ? OutletIdentity.IsNamed(article.Outlet, _text.Bytes[nameStart..nameEnd]) : OutletIdentity.IsNamed(article.Outlet, agency)),
        });
        return true;
    }

    private static CreditZone ZoneOf(ArticleField field, int at, int headEnd, int tailStart)
    {
        if (field == ArticleField.Title) return CreditZone.Title;
        return (at < headEnd ? CreditZone.Head : CreditZone.None) | (at >= tailStart ? CreditZone.Tail : CreditZone.None);
    }

    private sealed class ByPlace : IComparer<Credit>
    {
        public static readonly ByPlace Instance = new();

        public int Compare(Credit x, Credit y) => (x.NameStart, x.Start).CompareTo((y.NameStart, y.Start));
    }
}
