using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary>Checks of option values, so that a wrong one is named before anything is read.</summary>
internal static class Checks
{
    /// <summary>Requires a value from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static void InRange(Option<int> option, int least, int most) =>
        option.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            var value = result.GetValueOrDefault<int>();
            if (value < least || value > most) result.AddError(Message(option, value, $"from {least} to {most}"));
        });

    /// <summary>Requires a value above 0 and below 1.</summary>
    public static void Between0And1(Option<double> option) => Require(option, value => value is > 0 and < 1, "above 0 and below 1");

    /// <summary>Requires a value from 0 to 1.</summary>
    public static void From0To1(Option<double> option) => Require(option, value => value is >= 0 and <= 1, "from 0 to 1");

    /// <summary>Requires a value above 0 that is finite.</summary>
    public static void Positive(Option<double> option) => Require(option, value => value > 0 && double.IsFinite(value), "above 0");

    private static void Require(Option<double> option, Func<double, bool> holds, string range) =>
        option.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            var value = result.GetValueOrDefault<double>();
            if (!holds(value)) result.AddError(Message(option, value, range));
        });

    private static string Message(Option option, double value, string range) =>
        string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {value}; it must be {range}.");
}
