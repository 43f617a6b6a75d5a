namespace Similarity.Storage;

/// <summary>
/// Groups texts that are connected by candidates, by the <see cref="TextGrouping"/> of a run. Where they are too many for
/// that with each text that joins them, a new one is only measured against what is kept of the texts that it is a candidate
/// with, and changes nothing for the others.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ComponentGrouping
{
    /// <summary>Most texts that are grouped anew.</summary>
    public const int MostTexts = 256;

    private static readonly ParallelOptions OneThread = new() { MaxDegreeOfParallelism = 1 };

    private readonly GroupingRules _rules;
    private readonly TextView _view;
    private VerifierPool _verifiers;

    public ComponentGrouping(GroupingRules rules, TextView view)
    {
        (_rules, _view) = (rules, view);
        _verifiers = CreateVerifiers(rules.Spelling);
    }

    /// <summary>Pairs that were measured, or had been before.</summary>
    public int Verified { get; private set; }

    /// <summary>Groups the texts that each of some is connected with.</summary>
    public void Group(IndexRows rows, IReadOnlyList<int> seeds, GroupChanges changes)
    {
        Verified = 0;
        var done = new HashSet<int>();
        foreach (var seed in seeds)
        {
            if (done.Contains(seed) || !_view.Has(seed)) continue;
            var links = rows.Links(seed);
            if (links.IsCrowded)
            {
                _ = done.Add(seed);
                Join(rows, seed, links);
            }
            else if (Connected(rows, seed) is { } component)
            {
                done.UnionWith(component.Keys);
                Group(rows, component, changes);
            }
            else
            {
                _ = done.Add(seed);
                rows.SetLinks(seed, links with { IsCrowded = true });
                Join(rows, seed, links);
            }
        }
    }

    /// <summary>Forgets the texts that verifiers remember, because they are spelt differently.</summary>
    public void Forget(Spelling spelling) => _verifiers = CreateVerifiers(spelling);

    private VerifierPool CreateVerifiers(Spelling spelling) => new(_view, _view, _rules.Options.Features, spelling.Measured);

    /// <summary>The texts connected with one, each with its links; <see langword="null"/> where they are too many.</summary>
    private Dictionary<int, TextLinks>? Connected(IndexRows rows, int seed)
    {
        var found = new Dictionary<int, TextLinks>();
        var next = new Queue<int>([seed]);
        while (next.TryDequeue(out var text))
        {
            if (found.ContainsKey(text) || !_view.Has(text)) continue;
            var links = rows.Links(text);
            if (links.IsCrowded || found.Count == MostTexts) return null;
            found.Add(text, links);
            foreach (var link in links.Items)
            {
                if (!link.IsSeries && !found.ContainsKey(link.Other)) next.Enqueue(link.Other);
            }
        }
        return found;
    }

    private void Group(IndexRows rows, Dictionary<int, TextLinks> component, GroupChanges changes)
    {
        int[] texts = [.. component.Keys.OrderBy(text => _view.TextOf(text).Article)];
        var before = Array.ConvertAll(texts, rows.Standing);
        var ranking = ArticleRanking.OfDistinct(_view, texts, _rules.Options.Keep, _rules.PlaceOfOutlet);
        var grouped = Group(ranking, component);
        Verified += grouped.Verified;

        var standings = new Dictionary<int, TextStanding?>();
        var hasMembers = new bool[ranking.Count];
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            if (grouped.CanonicalOf[rank] != rank) hasMembers[grouped.CanonicalOf[rank]] = true;
        }
        for (var rank = 0; rank < ranking.Count; rank++)
        {
            var canonical = grouped.CanonicalOf[rank];
            standings[ranking[rank]] = canonical == rank
                ? hasMembers[rank] ? TextStanding.OfCanonical(ranking[rank]) : null
                : StandingOf(ranking, rank, ranking[canonical], grouped.Removals[rank] ?? grouped.Relations[rank]!, isRemoval: grouped.Removals[rank] is not null);
        }
        var after = Array.ConvertAll(texts, text => standings[text]);
        NoteSuperseded(ranking, texts.Zip(before).ToDictionary(text => text.First, text => text.Second), standings, changes);
        var matters = changes.Matters(before, after);
        for (var i = 0; i < texts.Length; i++)
        {
            if (matters) changes.Note(texts[i], before[i]);
            if (after[i] != before[i]) rows.SetStanding(texts[i], after[i]);
        }
    }

    /// <summary>Of each text that others stand behind now: the most preferred of those that nothing stood for before.</summary>
    private void NoteSuperseded(ArticleRanking ranking, Dictionary<int, TextStanding?> before, Dictionary<int, TextStanding?> after, GroupChanges changes)
    {
        for (var rank = ranking.Count - 1; rank >= 0; rank--)
        {
            var text = ranking[rank];
            var stoodForItself = before[text] is not { } was || was.Canonical == text;
            if (stoodForItself && after[text] is { } now && now.Canonical != text) changes.NoteSuperseded(now.Canonical, _view.TextOf(text).Article);
        }
    }

    private GroupedTexts Group(ArticleRanking ranking, Dictionary<int, TextLinks> component)
    {
        var rankOf = new Dictionary<int, int>(ranking.Count);
        for (var rank = 0; rank < ranking.Count; rank++) rankOf[ranking[rank]] = rank;
        var pairs = new List<Candidate>();
        var ties = new int[ranking.Count];
        foreach (var (text, links) in component)
        {
            foreach (var link in links.Items)
            {
                // Each pair stands with both of its texts; the later one names it.
                if (link.IsSeries || link.Other > text || !rankOf.TryGetValue(link.Other, out var other)) continue;
                pairs.Add(new Candidate(rankOf[text], other));
                ties[rankOf[text]] += link.Tie;
                ties[other] += link.Tie;
            }
        }
        pairs.Sort(static (a, b) => a.Packed.CompareTo(b.Packed));
        var options = _rules.Options;
        return new TextGrouping(_view, ranking, _view, options.Features, options.Rules, options.Loosest, prefersNewestVersion: options.Keep == KeepOrder.Earliest, _verifiers)
            .Group(new CandidateSet([.. pairs], ties), OneThread, static (_, _) => { });
    }

    private static TextStanding StandingOf(ArticleRanking ranking, int rank, int canonical, RankedMatch match, bool isRemoval) =>
        new(canonical, ranking[match.OtherOf(rank)], match.Kind, match.SeenFrom(rank), isRemoval);

    /// <summary>Measures a text against what is kept of those that it is a candidate with, and lets it join the one that it matches best.</summary>
    private void Join(IndexRows rows, int text, TextLinks links)
    {
        var before = rows.Standing(text);
        // What is grouped stays as it is, because others may have been measured against it.
        if (before is not null && (before.Other < 0 || _view.Has(before.Other))) return;
        var kept = new SortedDictionary<int, int>();
        foreach (var link in links.Items)
        {
            if (link.IsSeries || link.Other >= text || !_view.Has(link.Other)) continue;
            var standing = rows.Standing(link.Other);
            var canonical = standing is not null && _view.Has(standing.Canonical) ? standing.Canonical : link.Other;
            kept[standing is { IsRemoval: true } && _view.Has(standing.Other) ? standing.Other : link.Other] = canonical;
            kept[canonical] = canonical;
        }
        if (kept.Count == 0) return;
        int[] places = [.. kept.Keys, text];
        var verification = new PlaceVerification(_view, places, _rules.Options.Rules, _rules.Options.Rules.LeastContainment);
        var verifier = _verifiers.Take();
        RankedMatch? best = null;
        for (var place = 0; place < places.Length - 1; place++)
        {
            Verified++;
            if (verification.Verify(new Candidate(place, places.Length - 1), verifier) is { } match) best = StarGrouping.Better(best, match);
        }
        _verifiers.Return(verifier);
        if (best is null) return;
        var other = places[best.Smaller];
        if (rows.Standing(other) is null) rows.SetStanding(other, TextStanding.OfCanonical(other));
        rows.SetStanding(text, new TextStanding(kept[other], other, best.Kind, best.SeenFrom(best.Larger), best.Kind <= _rules.Options.Loosest));
    }
}
