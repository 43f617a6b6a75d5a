using System.Globalization;
using System.Text.Json;

namespace Similarity.Formats;

/// <summary>
/// Writes the stories: as JSON Lines a story a line with its members inside it, as Parquet a member a row, because flat rows are what
/// table tools join.
/// </summary>
internal static class StoriesReport
{
    private static ReportColumn[] ColumnsOf(StoryCalibration? calibration) =>
    [
        new("story", ReportColumnType.Text),
        new("canonical", ReportColumnType.Text),
        new("id", ReportColumnType.Text),
        new("group", ReportColumnType.Text),
        new("copy_of", ReportColumnType.Text),
        new("nearest", ReportColumnType.Text),
        new("closeness", ReportColumnType.Number),
        .. calibration is null ? (ReportColumn[])[] : [new("probability", ReportColumnType.Number)],
        new("cosine", ReportColumnType.Number),
        new("level", ReportColumnType.Number),
        new("penalty", ReportColumnType.Number),
        new("days", ReportColumnType.Integer),
        new("same_outlet", ReportColumnType.Flag),
        new("mean_closeness", ReportColumnType.Number),
        new("embedding", ReportColumnType.Number),
        new("terms", ReportColumnType.Text),
    ];

    /// <param name="result">The stories.</param>
    /// <param name="calibration">What the probabilities are by; <see langword="null"/> for none.</param>
    /// <param name="tables">Takes the table.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Task WriteAsync(StoryResult result, StoryCalibration? calibration, ReportTables tables, CancellationToken cancellation) =>
        tables.Format == TableFormat.JsonLines
            ? WriteNestedAsync(result, calibration, tables, cancellation)
            : WriteFlatAsync(result, calibration, tables, cancellation);

    private static async Task WriteNestedAsync(StoryResult result, StoryCalibration? calibration, ReportTables tables, CancellationToken cancellation)
    {
        await using var file = tables.CreateJsonLines("stories");
        foreach (var story in result.Stories)
        {
            Write(file.Json, story, result, calibration);
            await file.EndLineAsync(cancellation);
        }
        await file.CompleteAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, Story story, StoryResult result, StoryCalibration? calibration)
    {
        json.WriteStartObject();
        json.WriteString("story"u8, story.Id);
        json.WriteString("canonical"u8, result.Articles.Utf8IdOf(story.Canonical));
        json.WriteNumber("articles"u8, story.Articles.Count);
        json.WriteNumber("texts"u8, story.Texts);
        WriteTime(json, "first"u8, story.First);
        WriteTime(json, "last"u8, story.Last);
        json.WriteNumber("outlets"u8, story.Outlets);
        WriteTerms(json, story.Terms);
        json.WriteStartArray("members"u8);
        foreach (var article in story.Articles) Write(json, article, result, calibration);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, int article, StoryResult result, StoryCalibration? calibration)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, result.Articles.Utf8IdOf(article));
        json.WriteString("group"u8, result.Articles.GroupOf(article)?.Id);
        if (result.Articles.RemovalOf(article) is { } copy) json.WriteString("copy_of"u8, result.Articles.Utf8IdOf(copy.Other));
        if (result.EvidenceOf(article) is { } evidence)
        {
            json.WriteString("nearest"u8, result.Articles.Utf8IdOf(evidence.Other));
            json.WriteNumber("closeness"u8, Math.Round(evidence.Closeness, 4));
            if (calibration is not null) json.WriteNumber("probability"u8, Math.Round(calibration.ProbabilityOf(evidence.Closeness), 4));
            json.WriteNumber("cosine"u8, Math.Round(evidence.Cosine, 4));
            json.WriteNumber("level"u8, Math.Round(evidence.Level, 4));
            json.WriteNumber("penalty"u8, Math.Round(evidence.Penalty, 4));
            if (evidence.Days is { } days) json.WriteNumber("days"u8, days);
            else json.WriteNull("days"u8);
            json.WriteBoolean("same_outlet"u8, evidence.SameOutlet);
            json.WriteNumber("mean_closeness"u8, Math.Round(evidence.MeanCloseness, 4));
            if (evidence.Embedding is { } embedding) json.WriteNumber("embedding"u8, Math.Round(embedding, 4));
            WriteTerms(json, evidence.Terms);
        }
        json.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter json, IReadOnlyList<string> terms)
    {
        json.WriteStartArray("terms"u8);
        foreach (var term in terms) json.WriteStringValue(term);
        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } known) json.WriteString(name, known.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        else json.WriteNull(name);
    }

    private static async Task WriteFlatAsync(StoryResult result, StoryCalibration? calibration, ReportTables tables, CancellationToken cancellation)
    {
        await using var table = tables.Create("stories", ColumnsOf(calibration));
        foreach (var story in result.Stories)
        {
            foreach (var article in story.Articles)
            {
                table.Text(story.Id);
                table.Text(result.Articles.Utf8IdOf(story.Canonical));
                table.Text(result.Articles.Utf8IdOf(article));
                table.Text(result.Articles.GroupOf(article)?.Id);
                WriteId(table, result.Articles.RemovalOf(article)?.Other, result);
                var evidence = result.EvidenceOf(article);
                WriteId(table, evidence?.Other, result);
                table.Number(evidence?.Closeness);
                if (calibration is not null) table.Number(evidence is null ? null : calibration.ProbabilityOf(evidence.Closeness));
                table.Number(evidence?.Cosine);
                table.Number(evidence?.Level);
                table.Number(evidence?.Penalty);
                table.Integer(evidence?.Days);
                table.Flag(evidence?.SameOutlet ?? false);
                table.Number(evidence?.MeanCloseness);
                table.Number(evidence?.Embedding);
                table.Text(evidence is null ? null : string.Join(' ', evidence.Terms));
                await table.EndRowAsync(cancellation);
            }
        }
        await table.CompleteAsync(cancellation);
    }

    private static void WriteId(IReportTable table, int? article, StoryResult result)
    {
        if (article is { } index) table.Text(result.Articles.Utf8IdOf(index));
        else table.Text((string?)null);
    }
}
