using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Finds the passages that two texts share, small edits inside them aside: seed, extend, chain.
/// <code>
/// runs = maximal stretches of the same words, at least a seed long
/// each run, in the order of A: goes on with the open passage to which the gap is least, or opens one
/// gaps: words exchanged for as many others are shared, else those that are the same but for spelling, in order
/// passages that are too short, or too much gap, are dropped
/// largest first: passages that fall into another one are dropped
/// </code>
/// Time and memory are linear in the words whatever the texts: a seed is followed to a few places only, and the number of
/// runs is bounded. Adapted from the alignment of text reuse in newspapers (Smith et al. 2014, passim).
/// </summary>
/// <remarks>Not thread-safe: one aligner a thread. Does not allocate once warm.</remarks>
internal sealed class PassageAligner
{
    /// <summary>Least words that a passage shares.</summary>
    public const int LeastShared = 8;

    /// <summary>Least part of a passage's longer side that is shared.</summary>
    private const double LeastDensity = 0.4;

    /// <summary>Most words of a gap inside a passage, on either side.</summary>
    private const int MostGap = 16;

    /// <summary>Up to so many words exchanged for as many others count as shared: a figure, a name, a word read wrong.</summary>
    private const int MostExchanged = 2;

    /// <summary>A seed is followed to so many places; one that recurs more often says little.</summary>
    private const int MostPlaces = 8;

    /// <summary>A run of so many words is no chance: what lies inside it need not be looked for elsewhere.</summary>
    private const int SureRun = 12;

    /// <summary>Most passages of a pair; what lies beyond the largest of them decides nothing.</summary>
    private const int MostPassages = 256;

    /// <summary>Passages open at a time; the latest are the likeliest to go on.</summary>
    private const int MostOpen = 16;

    private readonly List<Passage> _open = [];
    private readonly List<Passage> _closed = [];
    private readonly List<Passage> _chosen = [];
    private readonly int[] _alike = new int[(MostGap + 1) * (MostGap + 1)];

    /// <summary>
    /// The passages, in the order of A; the same whichever of two texts is A. They do not overlap in either text. Valid until
    /// the next call.
    /// </summary>
    public ReadOnlySpan<Passage> Align(AlignedText a, AlignedText b)
    {
        // The choices on the way depend on which text is gone through and which is looked up: always the shorter one.
        var isSwapped = a.Count != b.Count ? a.Count > b.Count : a.Words.SequenceCompareTo(b.Words) > 0;
        if (isSwapped) (a, b) = (b, a);
        _open.Clear();
        _closed.Clear();
        _chosen.Clear();
        ChainRuns(a, b);
        foreach (var passage in _open) Close(passage);
        Choose();
        if (isSwapped) Swap(CollectionsMarshal.AsSpan(_chosen));
        return CollectionsMarshal.AsSpan(_chosen);
    }

    private static void Swap(Span<Passage> passages)
    {
        foreach (ref var passage in passages)
        {
            passage = passage with { StartA = passage.StartB, WordsA = passage.WordsB, StartB = passage.StartA, WordsB = passage.WordsA };
        }
        passages.Sort(static (x, y) => x.StartA.CompareTo(y.StartA));
    }

    private void ChainRuns(AlignedText a, AlignedText b)
    {
        var wordsA = a.Words;
        var wordsB = b.Words;
        var room = 1024 + (2L * (wordsA.Length + wordsB.Length));
        var covered = 0; // Runs that begin before it are inside one that is known.
        for (var i = 0; i <= wordsA.Length - AlignedText.SeedWords && room > 0; i++)
        {
            var seed = wordsA.Slice(i, AlignedText.SeedWords);
            var longest = 0;
            var places = MostPlaces;
            for (var j = b.FirstPlaceOf(seed); j >= 0 && places > 0; j = b.NextPlace(j), places--)
            {
                if (!wordsB.Slice(j, AlignedText.SeedWords).SequenceEqual(seed)) continue;
                if (i > covered && j > 0 && wordsA[i - 1] == wordsB[j - 1]) continue; // Inside a run that began before.
                var length = AlignedText.SeedWords + wordsA[(i + AlignedText.SeedWords)..].CommonPrefixLength(wordsB[(j + AlignedText.SeedWords)..]);
                Chain(a, b, i, j, length);
                longest = Math.Max(longest, length);
                room--;
            }
            if (longest < SureRun) continue;
            covered = i + longest;
            i = covered - 1;
        }
    }

    /// <summary>Adds a run to the open passage that it goes on with at the least gap, or opens one.</summary>
    private void Chain(AlignedText a, AlignedText b, int i, int j, int length)
    {
        var (best, bestCost) = (-1, int.MaxValue);
        for (var k = _open.Count - 1; k >= 0; k--)
        {
            var open = _open[k];
            if (i - open.EndA > MostGap)
            {
                Close(open);
                _open.RemoveAt(k);
                if (best > k) best--;
                continue;
            }
            var (gapA, gapB) = GapBehind(open, i, j, out var overlap);
            if (overlap >= length || gapA > MostGap || gapB > MostGap) continue;
            var cost = Math.Max(gapA, gapB) + Math.Abs(gapA - gapB) + overlap;
            if (cost < bestCost) (best, bestCost) = (k, cost);
        }
        if (best < 0)
        {
            if (_open.Count == MostOpen)
            {
                Close(_open[0]);
                _open.RemoveAt(0);
            }
            _open.Add(new Passage(i, length, j, length, length, Exchanged: 0, Respelt: 0));
            return;
        }
        ref var passage = ref CollectionsMarshal.AsSpan(_open)[best];
        _ = GapBehind(passage, i, j, out var trimmed);
        var (from, at) = (i + trimmed, j + trimmed);
        var (exchanged, respelt) = (passage.Exchanged, passage.Respelt);
        var shared = passage.Shared + SharedInGap(a, passage.EndA, from, b, passage.EndB, at, ref exchanged, ref respelt) + length - trimmed;
        passage = new Passage(passage.StartA, i + length - passage.StartA, passage.StartB, j + length - passage.StartB, shared, exchanged, respelt);
    }

    /// <summary>The words between a passage and a run, once as much is trimmed of the run as the two overlap.</summary>
    private static (int A, int B) GapBehind(Passage passage, int i, int j, out int overlap)
    {
        overlap = Math.Max(0, Math.Max(passage.EndA - i, passage.EndB - j));
        return (i + overlap - passage.EndA, j + overlap - passage.EndB);
    }

    /// <summary>How many words of a gap the two texts share.</summary>
    private int SharedInGap(AlignedText a, int fromA, int toA, AlignedText b, int fromB, int toB, ref int exchanged, ref int respelt)
    {
        int countA = toA - fromA, countB = toB - fromB;
        if (countA == countB && countA <= MostExchanged)
        {
            for (var i = 0; i < countA; i++)
            {
                if (!WordLikeness.IsAlike(a.SpellingOf(fromA + i), b.SpellingOf(fromB + i))) exchanged++;
                else respelt++;
            }
            return countA;
        }
        if (countA == 0 || countB == 0) return 0;
        // The longest common subsequence, of words that are the same or alike.
        var width = countB + 1;
        var most = _alike.AsSpan(0, (countA + 1) * width);
        most.Clear();
        for (var x = 1; x <= countA; x++)
        {
            for (var y = 1; y <= countB; y++)
            {
                var (wordA, wordB) = (fromA + x - 1, fromB + y - 1);
                var isShared = a.Words[wordA] == b.Words[wordB] || WordLikeness.IsAlike(a.SpellingOf(wordA), b.SpellingOf(wordB));
                most[(x * width) + y] = isShared
                    ? most[((x - 1) * width) + y - 1] + 1
                    : Math.Max(most[((x - 1) * width) + y], most[(x * width) + y - 1]);
            }
        }
        respelt += most[^1];
        return most[^1];
    }

    private void Close(Passage passage)
    {
        if (passage.Shared >= LeastShared && passage.Shared >= LeastDensity * Math.Max(passage.WordsA, passage.WordsB)) _closed.Add(passage);
    }

    /// <summary>Takes passages from the one that shares most; of one that overlaps those taken what stands clear of them.</summary>
    private void Choose()
    {
        _closed.Sort(static (x, y) => x.Shared != y.Shared ? y.Shared.CompareTo(x.Shared) : x.StartA != y.StartA ? x.StartA.CompareTo(y.StartA) : x.StartB.CompareTo(y.StartB));
        foreach (var passage in _closed)
        {
            if (_chosen.Count == MostPassages) break;
            if (ClearOf(passage, _chosen) is { } clear) _chosen.Add(clear);
        }
        _chosen.Sort(static (x, y) => x.StartA.CompareTo(y.StartA));
    }

    /// <summary>
    /// A passage without the words at its ends that others hold, as many on both sides; <see langword="null"/> where too little
    /// remains.
    /// </summary>
    private static Passage? ClearOf(Passage passage, List<Passage> others)
    {
        int before = 0, behind = 0;
        foreach (var other in others)
        {
            if (other.StartA < passage.EndA && passage.StartA < other.EndA) Cut(passage.StartA, passage.EndA, other.StartA, other.EndA, ref before, ref behind);
            if (other.StartB < passage.EndB && passage.StartB < other.EndB) Cut(passage.StartB, passage.EndB, other.StartB, other.EndB, ref before, ref behind);
        }
        var cut = before + behind;
        if (cut == 0) return passage;
        var shared = passage.Shared - cut;
        return shared < LeastShared || passage.WordsA <= cut || passage.WordsB <= cut
            ? null
            : new Passage(passage.StartA + before, passage.WordsA - cut, passage.StartB + before, passage.WordsB - cut, shared, Math.Min(passage.Exchanged, shared), Math.Min(passage.Respelt, shared));

        static void Cut(int start, int end, int otherStart, int otherEnd, ref int before, ref int behind)
        {
            // From the end that costs less.
            if (otherEnd - start <= end - otherStart) before = Math.Max(before, otherEnd - start);
            else behind = Math.Max(behind, end - otherStart);
        }
    }
}
