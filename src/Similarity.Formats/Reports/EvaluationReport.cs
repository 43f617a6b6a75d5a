using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes how well stories agree with labels: the measures and the sweep, the picture of it, and the worst errors.</summary>
public static class EvaluationReport
{
    /// <summary>Writes the files, which take their names when all are complete.</summary>
    /// <exception cref="IOException">They cannot be written; nothing was replaced.</exception>
    public static async Task WriteAsync(EvaluationOutcome outcome, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var folder = new ReportFolder(path);
        await using (var measures = new JsonLinesFile(folder.Create("evaluation.json")))
        {
            WriteMeasures(measures.Json, outcome);
            await measures.EndLineAsync(cancellation);
            await measures.CompleteAsync(cancellation);
        }
        await using (var errors = new JsonLinesFile(folder.Create("errors.jsonl")))
        {
            foreach (var error in outcome.Errors)
            {
                Write(errors.Json, error);
                await errors.EndLineAsync(cancellation);
            }
            await errors.CompleteAsync(cancellation);
        }
        await using (var picture = new StreamWriter(folder.Create("sweep.svg")))
        {
            await picture.WriteAsync(SweepPicture.Draw(outcome.Sweep, outcome.Threshold).AsMemory(), cancellation);
        }
        folder.Commit();
    }

    private static void WriteMeasures(Utf8JsonWriter json, EvaluationOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("articles"u8, outcome.Articles);
        json.WriteNumber("labelled"u8, outcome.Labelled);
        json.WriteNumber("labels_without_article"u8, outcome.WithoutArticle);
        json.WriteNumber("threshold"u8, outcome.Threshold);
        Write(json, outcome.Agreement);
        json.WriteNumber("bcubed_f1_low"u8, Math.Round(outcome.Interval.Low, 4));
        json.WriteNumber("bcubed_f1_high"u8, Math.Round(outcome.Interval.High, 4));
        json.WriteStartArray("sweep"u8);
        foreach (var (threshold, agreement) in outcome.Sweep)
        {
            json.WriteStartObject();
            json.WriteNumber("threshold"u8, threshold);
            Write(json, agreement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClusteringAgreement agreement)
    {
        foreach (var (name, value) in new[]
        {
            ("bcubed_precision", agreement.BCubedPrecision), ("bcubed_recall", agreement.BCubedRecall), ("bcubed_f1", agreement.BCubedF1),
            ("pair_precision", agreement.PairPrecision), ("pair_recall", agreement.PairRecall), ("pair_f1", agreement.PairF1),
            ("ari", agreement.AdjustedRandIndex), ("v_measure", agreement.VMeasure), ("largest_share", agreement.LargestShare),
        })
        {
            json.WriteNumber(name, Math.Round(value, 4));
        }
        json.WriteNumber("stories"u8, agreement.Clusters);
    }

    private static void Write(Utf8JsonWriter json, StoryError error)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, error.IsFalseJoin ? "joined"u8 : "missed"u8);
        json.WriteNumber("pairs"u8, error.Pairs);
        Write(json, "a", error.Label, error.Article);
        Write(json, "b", error.OtherLabel, error.Other);
        if (error.Evidence is { } evidence)
        {
            json.WriteNumber("closeness"u8, Math.Round(evidence.Closeness, 4));
            json.WriteNumber("cosine"u8, Math.Round(evidence.Cosine, 4));
            json.WriteNumber("level"u8, Math.Round(evidence.Level, 4));
            if (evidence.Days is { } days) json.WriteNumber("days"u8, days);
            json.WriteBoolean("same_outlet"u8, evidence.SameOutlet);
            json.WriteString("terms"u8, string.Join(' ', evidence.Terms));
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string label, ShownArticle article)
    {
        json.WriteStartObject(name);
        json.WriteString("id"u8, article.Id);
        json.WriteString("label"u8, label);
        json.WriteString("outlet"u8, article.Outlet);
        json.WriteString("title"u8, article.Title);
        json.WriteEndObject();
    }
}
