using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows what can be said of the threshold without labels: the suggestion, its rule, how sure it is, and a table.</summary>
internal static class SuggestionView
{
    public static void Print(SuggestionOutcome outcome, int subsets)
    {
        EvaluationView.PrintFaults(outcome.Notices, outcome.FirstRejects);
        var suggestion = outcome.Suggestion;
        Line($"threshold  largest part  susceptibility  stories  largest story  ARI    F1 of {subsets} subsets");
        foreach (var point in outcome.Stability)
        {
            var parts = outcome.PercolationAt(point.Threshold);
            var mark = Math.Abs(point.Threshold - suggestion.Threshold) < 0.0049 ? '*' : ' ';
            Line($"{point.Threshold,6:f2} {mark}   {parts.LargestShare,10:p1}  {parts.Susceptibility,14:f1}  {point.Stories,9:n0}  {point.LargestShare,11:p1}  {point.AdjustedRandIndex,6:f3}  {point.BCubedF1,6:f3}");
        }
        Line($"");
        Line($"suggested: --granularity {suggestion.Threshold} ({suggestion.Low} to {suggestion.High} by single subsets); event is {new StoryOptions().Threshold}");
        Line($"  the rule: {ThresholdSuggestion.Margin} above {suggestion.Critical}, where the parts that close pairs connect run together: susceptibility is highest there in the middle one of {ThresholdSuggestion.Subsets} random subsets");
        Line($"  how sure: {HowSure(suggestion)}");
    }

    private static string HowSure(ThresholdSuggestion suggestion) => suggestion.IsClear
        ? "subsets agree. On labelled news such suggestions cost 0.011 F1 at most, of headlines alone 0.023, and event less: where the two are far apart, label some pairs (sample)"
        : "not sure: there are few texts, or subsets disagree. Stay with event, or label some pairs (sample)";

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
