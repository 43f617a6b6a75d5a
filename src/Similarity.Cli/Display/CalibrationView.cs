using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows a calibration, and what came true of its probabilities.</summary>
internal static class CalibrationView
{
    /// <summary>With fewer pairs a bin says little.</summary>
    private const int FewPairs = 20;

    public static void Print(CalibrationOutcome outcome, IReadOnlyList<Reject> faults)
    {
        EvaluationView.PrintFaults(outcome.Notices, [.. faults.Take(10), .. outcome.FirstRejects]);
        var (calibration, held) = (outcome.Calibration, outcome.Held);
        Line($"fitted to {outcome.Pairs:n0} labelled pairs of close texts, {outcome.Same:n0} of one story");
        Line($"probability = 1 / (1 + exp(-({calibration.Slope:f2} x closeness {(calibration.Intercept < 0 ? '-' : '+')} {Math.Abs(calibration.Intercept):f2}))); one half at closeness {-calibration.Intercept / calibration.Slope:f3}");
        Line($"");
        Line($"of pairs that were held back (each fifth by the other four):");
        Line($"predicted  came true  pairs");
        foreach (var bin in held.Bins) Line($"  {bin.Predicted:f2}       {bin.Observed:f2}  {bin.Pairs,9:n0}{(bin.Pairs < FewPairs ? "  few" : "")}");
        Line($"");
        Line($"expected error {held.ExpectedError:f3}, Brier score {held.Brier:f3}; by the general calibration {outcome.General.ExpectedError:f3}, {outcome.General.Brier:f3}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
