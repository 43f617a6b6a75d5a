using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows how well stories agree with labels: the measures, the sweep as a table, and the worst errors.</summary>
internal static class EvaluationView
{
    private const int TitleWidth = 90;

    public static void Print(EvaluationOutcome outcome, GoldLabels gold, int errors)
    {
        PrintFaults(outcome.Notices, [.. gold.Faults.Take(10), .. outcome.FirstRejects]);
        if (outcome.WithoutArticle > 0) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"{outcome.WithoutArticle:n0} labelled ids have no article"));
        Line($"{outcome.Labelled:n0} of {outcome.Articles:n0} articles are labelled; {outcome.Agreement.Clusters:n0} stories, articles that are alone among them, the largest of {outcome.Agreement.LargestShare:p1}");
        Line($"B-cubed   precision {outcome.Agreement.BCubedPrecision:f3}  recall {outcome.Agreement.BCubedRecall:f3}  F1 {outcome.Agreement.BCubedF1:f3} ({outcome.Interval.Low:f3} to {outcome.Interval.High:f3})");
        Line($"pairs     precision {outcome.Agreement.PairPrecision:f3}  recall {outcome.Agreement.PairRecall:f3}  F1 {outcome.Agreement.PairF1:f3}");
        Line($"adjusted Rand index {outcome.Agreement.AdjustedRandIndex:f3}, V-measure {outcome.Agreement.VMeasure:f3}");
        Line($"");
        Line($"threshold  precision  recall  F1     ARI    stories  largest");
        foreach (var (threshold, agreement) in outcome.Sweep)
        {
            var mark = Math.Abs(threshold - outcome.Threshold) < 0.001 ? '*' : ' ';
            Line($"{threshold,6:f2} {mark}   {agreement.BCubedPrecision,6:f3}     {agreement.BCubedRecall,6:f3}  {agreement.BCubedF1:f3}  {agreement.AdjustedRandIndex,6:f3} {agreement.Clusters,8:n0}  {agreement.LargestShare,6:p1}");
        }
        var best = outcome.Sweep.MaxBy(point => point.Agreement.BCubedF1);
        Line($"the highest F1 by these labels: {best.Agreement.BCubedF1:f3} at --granularity {best.Threshold:0.00}");
        PrintErrors("together, and labelled apart", outcome.Errors.Where(error => error.IsFalseJoin).Take(errors));
        PrintErrors("apart, and labelled together", outcome.Errors.Where(error => !error.IsFalseJoin).Take(errors));
    }

    /// <summary>What was wrong with labels and inputs, on standard error.</summary>
    public static void PrintFaults(IReadOnlyList<string> notices, IReadOnlyList<Reject> faults)
    {
        foreach (var notice in notices) StandardError.Say(notice);
        foreach (var reject in faults)
        {
            var field = reject.Field is null ? "" : $"{reject.Field}: ";
            StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"{reject.Outcome.ToString().ToLowerInvariant()}: {reject.File}:{reject.Line}: {field}{reject.Reason}"));
        }
    }

    private static void PrintErrors(string heading, IEnumerable<StoryError> errors)
    {
        var first = true;
        foreach (var error in errors)
        {
            if (first) Line($"\n{heading}:");
            first = false;
            var evidence = error.Evidence is null
                ? "one text"
                : string.Join(", ", new[] { StoryLines.Measures(error.Evidence), Days(error.Evidence.Days), SafeText.OneLine(string.Join(' ', error.Evidence.Terms), 60) }.Where(part => part.Length > 0));
            Line($"  {error.Pairs:n0} {(error.Pairs == 1 ? "pair" : "pairs")}; the closest: {evidence}");
            Line($"    {SafeText.OneLine(error.Label, 24),-24}  {SafeText.OneLine(error.Article.Title, TitleWidth)}");
            Line($"    {SafeText.OneLine(error.OtherLabel, 24),-24}  {SafeText.OneLine(error.Other.Title, TitleWidth)}");
        }
    }

    private static string Days(int? days) => days switch
    {
        null => "",
        1 => "1 day",
        _ => string.Create(CultureInfo.InvariantCulture, $"{days} days"),
    };

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
