using System.Globalization;

namespace Similarity.Formats;

/// <summary>
/// Fails a run that removes more than can be right, before anything is replaced: a wrong field, a feed of template
/// pages or a bad threshold shows here first.
/// </summary>
public sealed record RemovalGuard
{
    /// <summary>Largest share of all articles that a run may remove, 0 to 1.</summary>
    public double MaxShare
    {
        get;
        init => field = RequireShare(value, nameof(MaxShare));
    } = 0.8;

    /// <summary>Largest share of one outlet's articles that a run may remove, 0 to 1.</summary>
    public double MaxOutletShare
    {
        get;
        init => field = RequireShare(value, nameof(MaxOutletShare));
    } = 0.98;

    /// <summary>Outlets with fewer articles are not looked at: they may well consist of copies.</summary>
    public int LeastOutletArticles { get; init; } = 100;

    /// <summary>Largest share of the records that a run may reject, 0 to 1: beyond it the input is not what it is taken for.</summary>
    public double MaxRejectedShare
    {
        get;
        init => field = RequireShare(value, nameof(MaxRejectedShare));
    } = 0.5;

    /// <summary>Runs that reject fewer records are not looked at: a few broken lines say little.</summary>
    public int LeastRejected { get; init; } = 10;

    /// <summary>What is wrong with a run; nothing where it may pass.</summary>
    internal IEnumerable<string> Check(RunSummary summary)
    {
        var records = summary.Articles + summary.Rejected;
        if (summary.Rejected >= LeastRejected && Exceeds(summary.Rejected, records, MaxRejectedShare))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Rejected:n0} of the {records:n0} records could not be read ({(double)summary.Rejected / records:p1}; --max-rejected-share allows {MaxRejectedShare:p1})");
        }
        if (Exceeds(summary.Removed, summary.Articles, MaxShare))
        {
            yield return Describe("", summary.Removed, summary.Articles, MaxShare, "--max-removed-share");
        }
        foreach (var outlet in summary.Outlets)
        {
            if (outlet.Articles >= LeastOutletArticles && Exceeds(outlet.Removed, outlet.Articles, MaxOutletShare))
            {
                yield return Describe($" of {outlet.Outlet}", outlet.Removed, outlet.Articles, MaxOutletShare, "--max-removed-share-outlet");
            }
        }
    }

    private static bool Exceeds(int removed, int articles, double share) => articles > 0 && removed > share * articles;

    private static string Describe(string whose, int removed, int articles, double share, string option) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{removed:n0} of the {articles:n0} articles{whose} would be removed ({(double)removed / articles:p1}; {option} allows {share:p1})");

    private static double RequireShare(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1.");
}
