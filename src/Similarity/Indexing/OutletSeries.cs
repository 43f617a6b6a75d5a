namespace Similarity;

/// <summary>
/// Tells pages of a series from copies: two texts of one outlet of which most that they share stands in further texts of that
/// outlet, of other days. An outlet that runs a story again, or brings it up to date, does not do so on three days.
/// </summary>
/// <remarks>Thread-safe. Asked only about pairs of one outlet, which are few.</remarks>
internal sealed class OutletSeries(IArticleFeatures articles, ITextPostings postings)
{
    /// <summary>Days on which a text of the outlet must have a fingerprint.</summary>
    private const int ManyDays = 3;

    /// <summary>Texts of unknown day that stand for so many days.</summary>
    private const int ManyUndated = 5;

    /// <summary>Of what two pages of a series share, at least this part is common to the series.</summary>
    private const double LeastCommon = 0.5;

    /// <summary>Texts with a fingerprint that are looked at.</summary>
    private const int MostLookedAt = 256;

    /// <summary>Whether two articles are pages of a series.</summary>
    public bool Holds(int a, int b)
    {
        var outlet = articles[a].Outlet;
        if (outlet < 0 || outlet != articles[b].Outlet || articles[a].Form != TextForm.Full) return false;
        var fingerprintsA = articles.FingerprintsOf(a);
        var fingerprintsB = articles.FingerprintsOf(b);
        var (shared, common) = (0, 0);
        for (int i = 0, j = 0; i < fingerprintsA.Length && j < fingerprintsB.Length;)
        {
            var (x, y) = (fingerprintsA[i], fingerprintsB[j]);
            if (x == y)
            {
                shared++;
                if (IsCommon(x, outlet)) common++;
            }
            if (x <= y) i++;
            if (y <= x) j++;
        }
        return shared > 0 && common >= LeastCommon * shared;
    }

    private bool IsCommon(uint fingerprint, int outlet)
    {
        var bucket = postings.WithFingerprint(fingerprint);
        var (undated, days, first, second) = (0, 0, 0L, 0L);
        foreach (var text in bucket[..Math.Min(bucket.Length, MostLookedAt)])
        {
            ref readonly var row = ref articles[postings.ArticleOf(text)];
            if (row.Outlet != outlet) continue;
            if (row.Published == long.MaxValue)
            {
                if (++undated == ManyUndated) return true;
                continue;
            }
            var day = 1 + (row.Published / TimeSpan.TicksPerDay);
            if (day == first || day == second) continue;
            if (++days == ManyDays) return true;
            if (first == 0) first = day;
            else second = day;
        }
        return false;
    }
}
