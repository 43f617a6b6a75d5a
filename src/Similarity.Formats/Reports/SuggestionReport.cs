using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes what can be said of the threshold without labels: the figures, and a picture.</summary>
public static class SuggestionReport
{
    /// <summary>Writes the files, which take their names when both are complete.</summary>
    /// <exception cref="IOException">They cannot be written; nothing was replaced.</exception>
    public static async Task WriteAsync(SuggestionOutcome outcome, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var folder = new ReportFolder(path);
        await using (var figures = new JsonLinesFile(folder.Create("suggestion.json")))
        {
            Write(figures.Json, outcome);
            await figures.EndLineAsync(cancellation);
            await figures.CompleteAsync(cancellation);
        }
        await using (var picture = new StreamWriter(folder.Create("suggestion.svg")))
        {
            await picture.WriteAsync(Draw(outcome).AsMemory(), cancellation);
        }
        folder.Commit();
    }

    private static string Draw(SuggestionOutcome outcome)
    {
        double[] thresholds = [.. outcome.Stability.Select(point => point.Threshold)];
        var parts = outcome.Stability.Select(point => outcome.PercolationAt(point.Threshold)).ToList();
        var most = Math.Max(1, parts.Max(part => part.Susceptibility));
        return SweepPicture.Draw(
            thresholds,
            [
                new("largest part", "#0b5394", [.. parts.Select(part => part.LargestShare)]),
                new("susceptibility", "#e69138", [.. parts.Select(part => part.Susceptibility / most)]),
                new("subsets: ARI", "#741b47", [.. outcome.Stability.Select(point => point.AdjustedRandIndex)]),
                new("subsets: F1", "#6aa84f", [.. outcome.Stability.Select(point => point.BCubedF1)]),
                new("largest story", "#888888", [.. outcome.Stability.Select(point => point.LargestShare)]),
            ],
            outcome.Suggestion.Threshold);
    }

    private static void Write(Utf8JsonWriter json, SuggestionOutcome outcome)
    {
        var suggestion = outcome.Suggestion;
        json.WriteStartObject();
        json.WriteNumber("articles"u8, outcome.Articles);
        json.WriteNumber("suggested"u8, suggestion.Threshold);
        json.WriteNumber("suggested_low"u8, suggestion.Low);
        json.WriteNumber("suggested_high"u8, suggestion.High);
        json.WriteBoolean("is_clear"u8, suggestion.IsClear);
        json.WriteNumber("critical"u8, suggestion.Critical);
        json.WriteStartArray("percolation"u8);
        foreach (var point in suggestion.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("threshold"u8, point.Threshold);
            json.WriteNumber("largest_share"u8, Math.Round(point.LargestShare, 4));
            json.WriteNumber("susceptibility"u8, Math.Round(point.Susceptibility, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("stability"u8);
        foreach (var point in outcome.Stability)
        {
            json.WriteStartObject();
            json.WriteNumber("threshold"u8, point.Threshold);
            json.WriteNumber("stories"u8, point.Stories);
            json.WriteNumber("largest_share"u8, Math.Round(point.LargestShare, 4));
            json.WriteNumber("ari"u8, Math.Round(point.AdjustedRandIndex, 4));
            json.WriteNumber("bcubed_f1"u8, Math.Round(point.BCubedF1, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
