namespace Similarity.Storage;

/// <summary>
/// Places a text among those that are there, as a run does with all of them at once: finds its candidates, and groups anew
/// the texts that are connected with it by candidates. A group depends on nothing else, so what comes out is what a run finds.
/// </summary>
/// <remarks>
/// Not thread-safe: one a thread. What it finds is written to the transaction of the rows that it is given; whoever asks
/// without adding drops that.
/// </remarks>
internal sealed class TextPlacer
{
    /// <summary>Texts met by fingerprints among whose links pages of a series are looked for.</summary>
    private const int MostMetInSeries = 24;

    /// <summary>Links of those that are looked at.</summary>
    private const int MostSeriesChecks = 32;

    private readonly TextView _view;
    private readonly TextSearch _search;
    private readonly OutletSeries? _series;
    private readonly ComponentGrouping _grouping;
    private readonly MeetingCounter _met = new();
    private Spelling _spelling;

    public TextPlacer(GroupingRules rules)
    {
        _spelling = rules.Spelling;
        _view = new TextView();
        _series = rules.TellsSeries ? new OutletSeries(_view, _view) : null;
        _search = new TextSearch(_view, _view, rules.Bands.Bands, rules.Options.Rules.LeastContainment, _series);
        _grouping = new ComponentGrouping(rules, _view);
    }

    /// <summary>Candidates of the text that was placed last.</summary>
    public int Candidates { get; private set; }

    /// <summary>Pairs whose texts were read again and measured, or had been before.</summary>
    public int Verified => _grouping.Verified;

    /// <summary>Places a text whose features have been written to <paramref name="rows"/>.</summary>
    /// <param name="rows">The transaction.</param>
    /// <param name="postings">The postings that belong to it.</param>
    /// <param name="spelling">How texts are spelt in it.</param>
    /// <param name="placed">The text.</param>
    /// <param name="changes">Takes what becomes of others.</param>
    public void Place(IndexRows rows, PostingView postings, Spelling spelling, PlacedText placed, GroupChanges changes)
    {
        Begin(rows, postings, spelling, placed);
        var number = placed.Text.Number;
        var found = new List<TextLink>();
        foreach (var (other, tie) in _search.Find(number))
        {
            if (_view.Has(other)) found.Add(new TextLink(other, tie, IsSeries: false));
        }
        Candidates = found.Count;
        var seeds = new List<int>();
        DropSeries(rows, placed.Text, seeds);
        changes.MaySplit |= seeds.Count > 0;
        if (found.Count > 0)
        {
            Link(rows, number, found);
            seeds.Add(number);
        }
        if (seeds.Count > 0) _grouping.Group(rows, seeds, changes);
    }

    /// <summary>Groups anew the texts that some are connected with.</summary>
    public void Regroup(IndexRows rows, PostingView postings, Spelling spelling, IReadOnlyList<int> seeds, GroupChanges changes)
    {
        Begin(rows, postings, spelling, placed: null);
        _grouping.Group(rows, seeds, changes);
    }

    private void Begin(IndexRows rows, PostingView postings, Spelling spelling, PlacedText? placed)
    {
        if (_spelling != spelling) _grouping.Forget(spelling);
        _spelling = spelling;
        _view.Begin(rows, postings, placed);
    }

    private static void Link(IndexRows rows, int number, List<TextLink> found)
    {
        var isCrowded = false;
        foreach (var link in found)
        {
            var links = rows.Links(link.Other);
            isCrowded |= links.IsCrowded;
            if (links.Items.Length < TextLinks.Most) rows.SetLinks(link.Other, links.With(new TextLink(number, link.Tie, IsSeries: false)));
            else isCrowded = true;
        }
        rows.SetLinks(number, new TextLinks(isCrowded, [.. found]));
    }

    /// <summary>
    /// A further page can show that two others, which were candidates, are pages of a series: looks at those that share
    /// passages with the new one.
    /// </summary>
    private void DropSeries(IndexRows rows, StoredText text, List<int> seeds)
    {
        if (_series is null || text.Row.Outlet < 0 || text.Row.Form != TextForm.Full) return;
        _met.Clear();
        foreach (var fingerprint in text.Fingerprints)
        {
            foreach (var other in _view.WithFingerprint(fingerprint))
            {
                if (other < text.Number) _met.Meet(other);
            }
        }
        var checks = 0;
        foreach (var (met, _) in _met.MostMet(MostMetInSeries, least: 2))
        {
            if (_view[met].Outlet != text.Row.Outlet) continue;
            var links = rows.Links(met);
            foreach (var link in links.Items)
            {
                if (link.IsSeries || link.Other == text.Number || _view[link.Other].Outlet != text.Row.Outlet) continue;
                if (++checks > MostSeriesChecks) return;
                if (!_series.Holds(met, link.Other)) continue;
                MarkSeries(rows, met, link.Other);
                MarkSeries(rows, link.Other, met);
                seeds.Add(met);
                seeds.Add(link.Other);
            }
        }
    }

    private static void MarkSeries(IndexRows rows, int text, int other)
    {
        var links = rows.Links(text);
        rows.SetLinks(text, links with { Items = Array.ConvertAll(links.Items, link => link.Other == other ? link with { IsSeries = true } : link) });
    }
}
