using System.CommandLine;
using System.Globalization;

namespace Similarity.Cli;

/// <summary>Checks of option values, so that a wrong one is named before anything is read.</summary>
internal static class Checks
{
    /// <summary>Requires a value from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static void InRange(Option<int> option, int least, int most) =>
        Require(option, value => value >= least && value <= most, $"from {least} to {most}");

    /// <summary>Requires a value of at least <paramref name="least"/>.</summary>
    public static void AtLeast<T>(Option<T> option, long least) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && long.TryParse(result.Tokens[^1].Value, CultureInfo.InvariantCulture, out var value) && value < least)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {value}; it must be {least} or more."));
            }
        });

    /// <summary>Requires a value above 0 and below 1.</summary>
    public static void Between0And1(Option<double> option) => RequireNumber(option, value => value is > 0 and < 1, "above 0 and below 1");

    /// <summary>Requires a value from 0 to 1.</summary>
    public static void From0To1(Option<double> option) => RequireNumber(option, value => value is >= 0 and <= 1, "from 0 to 1");

    /// <summary>Requires a value above 0 that is finite.</summary>
    public static void Positive(Option<double> option) => RequireNumber(option, value => value > 0 && double.IsFinite(value), "above 0");

    /// <summary>Requires a value that is not blank.</summary>
    public static void NotEmpty<T>(Option<T> option) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && string.IsNullOrWhiteSpace(result.Tokens[^1].Value)) result.AddError($"{option.Name} needs a value.");
        });

    /// <summary>Refuses what looks like an option and is not a file: a mistyped option would be taken as an input.</summary>
    public static void NoOptions(Argument<string[]> inputs) =>
        inputs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value is ['-', _, ..] && !Path.Exists(token.Value)) result.AddError($"There is no option {token.Value}.");
            }
        });

    /// <summary>
    /// Reads the number itself, with a decimal point and nothing else: the parser's own reading takes a comma for a
    /// thousands separator, and 0,1 for 1.
    /// </summary>
    private static void RequireNumber(Option<double> option, Func<double, bool> holds, string range) =>
        option.CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                result.AddError($"{option.Name}: '{text}' is not a number; write it like 0.5.");
            }
            else if (!holds(value))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {value}; it must be {range}."));
            }
            return value;
        };

    private static void Require(Option<int> option, Func<int, bool> holds, string range) =>
        option.Validators.Add(result =>
        {
            // Asking the result for its value throws where the text is no number, which the parser reports itself.
            if (result.Tokens.Count == 0 || !int.TryParse(result.Tokens[^1].Value, CultureInfo.InvariantCulture, out var value)) return;
            if (!holds(value)) result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {value}; it must be {range}."));
        });
}
