using System.Globalization;

namespace Similarity.Cli;

/// <summary>What users call the threshold of a story.</summary>
internal static class Granularity
{
    public const double Least = -0.2;
    public const double Most = 0.9;

    private const double Incident = 0.14;
    private const double Running = 0.05;

    /// <summary>The least mean closeness that a name or number stands for; <see langword="null"/> where it is neither.</summary>
    public static double? Parse(string text) => text.ToLowerInvariant() switch
    {
        "incident" => Incident,
        "event" => new StoryOptions().Threshold,
        "running" => Running,
        var other => double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most ? number : null,
    };
}
