using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes how well stories agree with labels: the measures and the sweep, the picture of it, and the worst errors.</summary>
public static class EvaluationReport
{
    /// <summary>Writes the files, which take their names when all are complete.</summary>
    /// <exception cref="IOException">They cannot be written; nothing was replaced.</exception>
    public static Task WriteAsync(EvaluationOutcome outcome, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var picture = SweepPicture.Draw([.. outcome.Sweep.Select(point => point.Threshold)], SweepPicture.LinesOf([.. outcome.Sweep.Select(point => point.Agreement)]), outcome.Threshold);
        return WriteAsync(path, json => WriteMeasures(json, outcome), outcome.Errors.Select(error => (Action<Utf8JsonWriter>)(json => Write(json, error))), picture, cancellation);
    }

    /// <inheritdoc cref="WriteAsync(EvaluationOutcome, string, CancellationToken)"/>
    public static Task WriteAsync(PairEvaluationOutcome outcome, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var picture = SweepPicture.Draw(
            [.. outcome.Sweep.Select(point => point.Threshold)],
            [
                new("F1", "#0b5394", [.. outcome.Sweep.Select(point => point.Agreement.F1.Value)]),
                new("precision", "#6aa84f", [.. outcome.Sweep.Select(point => point.Agreement.Precision.Value)]),
                new("recall", "#e69138", [.. outcome.Sweep.Select(point => point.Agreement.Recall.Value)]),
            ],
            outcome.Threshold);
        return WriteAsync(path, json => WriteMeasures(json, outcome), outcome.Errors.Select(error => (Action<Utf8JsonWriter>)(json => Write(json, error))), picture, cancellation);
    }

    private static async Task WriteAsync(string path, Action<Utf8JsonWriter> writeMeasures, IEnumerable<Action<Utf8JsonWriter>> errors, string drawing, CancellationToken cancellation)
    {
        using var folder = new ReportFolder(path);
        await using (var measures = new JsonLinesFile(folder.Create("evaluation.json")))
        {
            writeMeasures(measures.Json);
            await measures.EndLineAsync(cancellation);
            await measures.CompleteAsync(cancellation);
        }
        await using (var lines = new JsonLinesFile(folder.Create("errors.jsonl")))
        {
            foreach (var write in errors)
            {
                write(lines.Json);
                await lines.EndLineAsync(cancellation);
            }
            await lines.CompleteAsync(cancellation);
        }
        await using (var picture = new StreamWriter(folder.Create("sweep.svg")))
        {
            await picture.WriteAsync(drawing.AsMemory(), cancellation);
        }
        folder.Commit();
    }

    private static void WriteMeasures(Utf8JsonWriter json, PairEvaluationOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("articles"u8, outcome.Articles);
        json.WriteNumber("labelled_pairs"u8, outcome.Judged);
        json.WriteNumber("unsure_pairs"u8, outcome.Unsure);
        json.WriteNumber("open_pairs"u8, outcome.Open);
        json.WriteNumber("pairs_without_article"u8, outcome.WithoutArticle);
        json.WriteNumber("threshold"u8, outcome.Threshold);
        Write(json, outcome.Agreement);
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

    private static void Write(Utf8JsonWriter json, PairAgreement agreement)
    {
        foreach (var (name, share) in new[] { ("pair_precision", agreement.Precision), ("pair_recall", agreement.Recall), ("pair_f1", agreement.F1) })
        {
            if (double.IsNaN(share.Value)) json.WriteNull(name);
            else json.WriteNumber(name, Math.Round(share.Value, 4));
            json.WriteNumber($"{name}_low", Math.Round(share.Low, 4));
            json.WriteNumber($"{name}_high", Math.Round(share.High, 4));
        }
    }

    private static void Write(Utf8JsonWriter json, PairError error)
    {
        json.WriteStartObject();
        json.WriteString("error"u8, error.IsFalseJoin ? "joined"u8 : "missed"u8);
        json.WriteNumber("weight"u8, error.Weight);
        Write(json, "a", label: null, error.Article);
        Write(json, "b", label: null, error.Other);
        Write(json, error.Evidence);
        json.WriteEndObject();
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
        Write(json, error.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StoryEvidence? evidence)
    {
        if (evidence is null) return;
        json.WriteNumber("closeness"u8, Math.Round(evidence.Closeness, 4));
        json.WriteNumber("cosine"u8, Math.Round(evidence.Cosine, 4));
        json.WriteNumber("level"u8, Math.Round(evidence.Level, 4));
        json.WriteNumber("penalty"u8, Math.Round(evidence.Penalty, 4));
        if (evidence.Days is { } days) json.WriteNumber("days"u8, days);
        json.WriteBoolean("same_outlet"u8, evidence.SameOutlet);
        json.WriteString("terms"u8, string.Join(' ', evidence.Terms));
    }

    private static void Write(Utf8JsonWriter json, string name, string? label, ShownArticle article)
    {
        json.WriteStartObject(name);
        json.WriteString("id"u8, article.Id);
        if (label is not null) json.WriteString("label"u8, label);
        json.WriteString("outlet"u8, article.Outlet);
        json.WriteString("title"u8, article.Title);
        json.WriteEndObject();
    }
}
