using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Finds whom one text is worth comparing with, among those whose numbers are smaller. Two channels: equal bands find texts
/// that resemble each other as wholes, shared fingerprints find passages, whatever the lengths. In both, texts meet in
/// buckets (see <see cref="Bucket"/>). A text met in a band becomes a candidate where the fingerprints of the two leave room
/// for a match; one met by fingerprints, where it is met often enough for that.
/// </summary>
/// <param name="articles">The features of the articles.</param>
/// <param name="postings">Which texts share a key.</param>
/// <param name="bands">Bands of a signature.</param>
/// <param name="leastContainment">The least containment that any rule accepts.</param>
/// <param name="series">Tells pages of a series from copies; <see langword="null"/> where they are not told apart.</param>
/// <remarks>Not thread-safe: one a thread.</remarks>
internal sealed class TextSearch(IArticleFeatures articles, ITextPostings postings, int bands, double leastContainment, OutletSeries? series)
{
    /// <summary>Fingerprints that a pair must share where no band brings it together: one may be a phrase.</summary>
    private const int LeastShared = 2;

    /// <summary>Of the texts that one meets in a channel, so many are looked at: those it meets most often.</summary>
    private const int MostMet = 12;

    private readonly FingerprintScreen _screen = new(articles, leastContainment);
    private readonly MeetingCounter _met = new();
    private readonly List<(int Other, int Tie)> _found = [];

    /// <summary>
    /// The texts that <paramref name="text"/> is a candidate with, ascending, each with how much ties the two. Valid until the
    /// next call.
    /// </summary>
    public ReadOnlySpan<(int Other, int Tie)> Find(int text)
    {
        _found.Clear();
        var article = postings.ArticleOf(text);
        SearchBands(text, article);
        SearchFingerprints(text, article);
        if (_found.Count > 1) _found.Sort(static (a, b) => a.Other.CompareTo(b.Other));
        return CollectionsMarshal.AsSpan(_found);
    }

    private void SearchBands(int text, int article)
    {
        _met.Clear();
        for (var band = 0; band < bands; band++) MeetBucket(postings.InBand(band, articles.BandKeyOf(article, band)), text);
        foreach (var (met, _) in _met.MostMet(MostMet, least: 1))
        {
            var other = postings.ArticleOf(met);
            var shared = _screen.SharedBy(article, other);
            if (_screen.MayMatch(article, other, shared) && series?.Holds(article, other) != true) Add(met, TieOf(article, other, shared));
        }
    }

    private void SearchFingerprints(int text, int article)
    {
        _met.Clear();
        foreach (var fingerprint in articles.FingerprintsOf(article)) MeetBucket(postings.WithFingerprint(fingerprint), text);
        foreach (var (met, times) in _met.MostMet(MostMet, LeastShared))
        {
            var other = postings.ArticleOf(met);
            if (times >= _screen.LeastNeeded(article, other) && series?.Holds(article, other) != true) Add(met, TieOf(article, other, times));
        }
    }

    /// <summary>Adds a candidate, unless the other channel has found it.</summary>
    private void Add(int other, int tie)
    {
        foreach (var (known, _) in _found)
        {
            if (known == other) return;
        }
        _found.Add((other, tie));
    }

    private void MeetBucket(ReadOnlySpan<int> bucket, int text)
    {
        if (bucket.Length <= Bucket.Small)
        {
            // Most buckets by far, and most of those are pairs: no need to look for one's own place.
            foreach (var other in bucket)
            {
                if (other >= text) break;
                _met.Meet(other);
            }
            return;
        }
        var (leaders, nearest) = Bucket.Meets(bucket.Length, Bucket.PlaceOf(text, bucket));
        foreach (var other in bucket[..leaders]) _met.Meet(other);
        foreach (var other in bucket[nearest]) _met.Meet(other);
    }

    /// <summary>How much two texts tie each other: what they share, and more so the more of the shorter one that is.</summary>
    private int TieOf(int article, int other, int shared)
    {
        var shorter = Math.Min(articles[article].Fingerprints, articles[other].Fingerprints);
        return shorter == 0 ? 1 : (int)((long)shared * shared / shorter);
    }
}
