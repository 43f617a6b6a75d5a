using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows how well stories agree with labelled pairs: the estimates, the sweep as a table, and pairs that were judged otherwise.</summary>
internal static class PairEvaluationView
{
    private const int TitleWidth = 100;

    public static void Print(PairEvaluationOutcome outcome, LabelledPairs labels, int errors)
    {
        EvaluationView.PrintFaults(outcome.Notices, [.. labels.Faults.Take(10), .. outcome.FirstRejects]);
        if (outcome.WithoutArticle > 0) StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"{outcome.WithoutArticle:n0} labelled pairs have an article that is not there"));
        Line($"{outcome.Judged:n0} pairs are labelled same or different, {outcome.Unsure:n0} unsure, {outcome.Open:n0} not yet; {outcome.Articles:n0} articles");
        Line($"precision {Describe(outcome.Agreement.Precision)}  of pairs in one story, how many are the same");
        Line($"recall    {Describe(outcome.Agreement.Recall)}  of pairs that are the same, how many are in one story");
        Line($"F1        {Describe(outcome.Agreement.F1)}");
        Line($"");
        Line($"threshold  precision  recall  F1");
        foreach (var (threshold, agreement) in outcome.Sweep)
        {
            var mark = Math.Abs(threshold - outcome.Threshold) < 0.001 ? '*' : ' ';
            Line($"{threshold,6:f2} {mark}   {agreement.Precision.Value,6:f3}     {agreement.Recall.Value,6:f3}  {agreement.F1.Value:f3}");
        }
        Print("in one story, and labelled different", outcome.Errors.Where(error => error.IsFalseJoin).Take(errors));
        Print("apart, and labelled same", outcome.Errors.Where(error => !error.IsFalseJoin).Take(errors));
    }

    private static void Print(string heading, IEnumerable<PairError> errors)
    {
        foreach (var (number, error) in errors.Index())
        {
            if (number == 0) Line($"\n{heading}:");
            var evidence = error.Evidence is null ? "one text" : string.Join(", ", new[] { StoryLines.Measures(error.Evidence), SafeText.OneLine(string.Join(' ', error.Evidence.Terms), 60) }.Where(part => part.Length > 0));
            Line($"  stands for {error.Weight:n0} {(error.Weight < 1.5 ? "pair" : "pairs")}; {evidence}");
            Line($"    {SafeText.OneLine(error.Article.Title, TitleWidth)}");
            Line($"    {SafeText.OneLine(error.Other.Title, TitleWidth)}");
        }
    }

    private static string Describe(EstimatedShare share) => double.IsNaN(share.Value)
        ? "unknown               "
        : string.Create(CultureInfo.InvariantCulture, $"{share.Value:f3} ({share.Low:f3} to {share.High:f3})");

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
