using System.CommandLine.Parsing;

namespace Similarity.Cli;

/// <summary>The value of <c>--keep</c>: a rule, and for one of them a list of outlets.</summary>
internal sealed record KeepRule(KeepOrder Order, IReadOnlyList<string> Outlets)
{
    private const string OutletsPrefix = "outlets:";

    /// <summary>Parses <c>earliest</c>, <c>longest</c>, <c>first</c> or <c>outlets:FILE</c>; the file has an outlet a line.</summary>
    public static KeepRule? Parse(ArgumentResult result)
    {
        var value = result.Tokens[^1].Value;
        switch (value.StartsWith(OutletsPrefix, StringComparison.OrdinalIgnoreCase) ? value : value.ToLowerInvariant())
        {
            case "earliest": return new(KeepOrder.Earliest, []);
            case "longest": return new(KeepOrder.Longest, []);
            case "first": return new(KeepOrder.First, []);
            case OutletsPrefix:
                result.AddError("--keep outlets: needs a file, as in --keep outlets:FILE.");
                return null;
            case var _ when value.StartsWith(OutletsPrefix, StringComparison.OrdinalIgnoreCase):
                try
                {
                    var outlets = File.ReadLines(value[OutletsPrefix.Length..]).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
                    if (outlets.Count > 0) return new(KeepOrder.Outlets, outlets);
                    result.AddError($"--keep: {value[OutletsPrefix.Length..]} names no outlet; it should have one a line.");
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
                {
                    result.AddError($"--keep: {fault.Message}");
                }
                return null;
            default:
                result.AddError($"--keep: '{value}' is none of earliest, longest, first, outlets:FILE.");
                return null;
        }
    }

    /// <summary>As it is typed, for help texts.</summary>
    public override string ToString() => Order.ToString().ToLowerInvariant();
}
