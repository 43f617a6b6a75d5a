using System.Diagnostics.CodeAnalysis;

namespace Similarity;

/// <summary>
/// Groups texts as stars. Texts are visited in a given order, and known by their places in it; each is verified against the canonicals
/// of the texts it is a candidate with, joins the one it matches best, or becomes a canonical itself. Every member is
/// verified against its canonical, so nothing chains: two texts are never joined because a third lies between them.
/// <code>
/// for each wave of places:
///     in parallel, each place: verify against the canonicals of its candidates from earlier waves
///     in order, each place: verify against those of its candidates from this wave; keep the best match
/// </code>
/// Which wave a text falls into changes who verifies a pair, never what comes out.
/// </summary>
/// <param name="verification">Measures pairs.</param>
/// <param name="loosest">The loosest kind of match that joins.</param>
/// <param name="verifiers">Those who measure, and remember texts.</param>
internal sealed class StarGrouping(PlaceVerification verification, MatchKind loosest, VerifierPool verifiers)
{
    private const int LeastAWave = 64;
    private const int MostAWave = 8192;

    /// <summary>Of all texts, about this part is a wave: copies of one text mostly fall into different ones.</summary>
    private const int Waves = 32;

    private int _verified;

    /// <summary>Pairs that were measured.</summary>
    public int Verified => _verified;

    /// <summary>
    /// For each place its best match with a canonical, or <see langword="null"/>. Where its kind does not join, the rank is a
    /// canonical itself.
    /// </summary>
    /// <param name="count">How many texts there are.</param>
    /// <param name="candidates">Pairs worth verifying, ascending, so that those of one text follow each other.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="progress">Told how many texts are done, and of how many.</param>
    public RankedMatch?[] Group(int count, Candidate[] candidates, ParallelOptions parallel, Action<int, int> progress)
    {
        var best = new RankedMatch?[count];
        var length = Math.Clamp(count / Waves, LeastAWave, MostAWave);
        var first = 0;
        for (var start = 0; start < count; start += length)
        {
            var end = Math.Min(start + length, count);
            var last = first;
            while (last < candidates.Length && candidates[last].Larger < end) last++;
            if (last > first) GroupWave(candidates.AsMemory(first..last), start, best, parallel);
            first = last;
            progress(end, count);
        }
        return best;
    }

    /// <summary>Whether a match makes its text a member of the other's group.</summary>
    public bool Joins([NotNullWhen(true)] RankedMatch? match) => match is not null && match.Kind <= loosest;

    private void GroupWave(ReadOnlyMemory<Candidate> wave, int start, RankedMatch?[] best, ParallelOptions parallel)
    {
        var texts = SplitByText(wave.Span);
        ParallelLoop.Run(texts.Count, parallel, verifiers.Take, (text, verifier) => Visit(wave.Span[texts[text]], start, isEarlier: true, best, verifier), verifiers.Return);

        var own = verifiers.Take();
        foreach (var text in texts) Visit(wave.Span[text], start, isEarlier: false, best, own);
        verifiers.Return(own);
    }

    /// <summary>The stretches of pairs that belong to one text each.</summary>
    private static List<Range> SplitByText(ReadOnlySpan<Candidate> pairs)
    {
        var texts = new List<Range>();
        for (int from = 0, to; from < pairs.Length; from = to)
        {
            to = from + 1;
            while (to < pairs.Length && pairs[to].Larger == pairs[from].Larger) to++;
            texts.Add(from..to);
        }
        return texts;
    }

    /// <summary>Verifies one text against the canonicals of its candidates, of this wave or of earlier ones.</summary>
    private void Visit(ReadOnlySpan<Candidate> pairs, int start, bool isEarlier, RankedMatch?[] best, PairVerifier verifier)
    {
        var hasAny = isEarlier ? pairs[0].Smaller < start : pairs[^1].Smaller >= start;
        if (!hasAny) return;
        var canonicals = new SortedSet<int>();
        foreach (var pair in pairs)
        {
            if (pair.Smaller < start == isEarlier) _ = canonicals.Add(CanonicalOf(pair.Smaller, best));
        }
        ref var match = ref best[pairs[0].Larger];
        foreach (var canonical in canonicals)
        {
            if (verification.Verify(new Candidate(canonical, pairs[0].Larger), verifier) is { } found) match = Better(match, found);
        }
        _ = Interlocked.Add(ref _verified, canonicals.Count);
    }

    private int CanonicalOf(int place, RankedMatch?[] best) => best[place] is var match && Joins(match) ? match.Smaller : place;

    /// <summary>The stricter kind wins, then the larger overlap, then the text that was visited first.</summary>
    public static RankedMatch Better(RankedMatch? best, RankedMatch match)
    {
        if (best is not { } other) return match;
        if (match.Kind != other.Kind) return match.Kind < other.Kind ? match : other;
        var byOverlap = match.Kind == MatchKind.Reprint
            ? match.Overlap.Resemblance.CompareTo(other.Overlap.Resemblance)
            : match.Overlap.Containment.CompareTo(other.Overlap.Containment);
        return byOverlap > 0 || (byOverlap == 0 && match.Smaller < other.Smaller) ? match : other;
    }
}
