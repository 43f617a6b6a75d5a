using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows what outlets repeat.</summary>
internal static class FurnitureView
{
    private const int OutletWidth = 40;
    private const int LineWidth = 110;

    public static void Print(FurnitureOutcome outcome, int linesAnOutlet, string? savedTo)
    {
        foreach (var notice in outcome.Notices) StandardError.Say(notice);
        foreach (var reject in outcome.FirstRejects) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"{reject.Outcome.ToString().ToLowerInvariant()}: {reject.File}:{reject.Line}: {reject.Reason}"));
        var outlets = outcome.Learnt.Lines.GroupBy(line => line.Outlet, StringComparer.Ordinal).ToList();
        foreach (var outlet in outlets.OrderByDescending(outlet => outlet.Count()).ThenBy(outlet => outlet.Key, StringComparer.Ordinal))
        {
            var plain = outlet.Where(line => !line.IsPattern).ToList();
            if (linesAnOutlet == 0 || plain.Count == 0) continue;
            Console.WriteLine(SafeText.OneLine(outlet.Key, OutletWidth));
            foreach (var line in plain.Take(linesAnOutlet))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Articles,6:n0} articles  {line.Days,5:n0} days  {SafeText.OneLine(line.Text, LineWidth)}"));
            }
            if (plain.Count > linesAnOutlet) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {plain.Count - linesAnOutlet:n0} more"));
        }
        var patterns = outcome.Learnt.Lines.Count(line => line.IsPattern);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Articles:n0} articles; {outcome.Learnt.Lines.Count - patterns:n0} lines and {patterns:n0} patterns of {outlets.Count:n0} outlets"));
        if (savedTo is not null) Console.WriteLine($"saved to {SafeText.OneLine(savedTo, 400)}");
    }
}
