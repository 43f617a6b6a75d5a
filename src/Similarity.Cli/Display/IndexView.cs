using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary>Shows what an index holds, as a table or as JSON.</summary>
internal static class IndexView
{
    /// <summary>A table: what is there, what it takes, and what it was made with.</summary>
    /// <param name="index">The index.</param>
    /// <param name="writer">Who writes to it, if anybody does.</param>
    public static void Print(IndexDescription index, string? writer)
    {
        var size = index.Statistics;
        Line("articles", $"{size.Articles:n0}");
        Line("texts", $"{size.Texts:n0} different ones");
        Line("groups", $"{index.Groups:n0}");
        Line("stories", $"{index.Stories:n0}, {index.SharedStories:n0} of several texts");
        Line("published", $"{Range(index.Published)}");
        Line("added", $"{Range(index.Added)}");
        Line("events", index.FirstEvent > 0 ? (FormattableString)$"{index.FirstEvent} to {size.LastEvent}" : $"none");
        Line("postings", $"{size.Segments} segments, {size.RecentTexts:n0} texts in memory, {size.PostingBytes / 1e6:n1} MB of memory");
        Line("disk", size.Articles > 0 ? (FormattableString)$"{size.StoreBytes / 1e6:n1} MB, {size.StoreBytes / size.Articles:n0} bytes an article" : $"{size.StoreBytes / 1e6:n1} MB");
        foreach (var (kind, bytes) in index.Bytes) Line($"  {kind}", $"{bytes / 1e6,8:n1} MB");
        Line("writer", $"{writer ?? "nobody"}");
        Console.WriteLine("made with");
        foreach (var (name, value) in index.MadeWith) Console.WriteLine($"  {name,-30}{value}");

        static void Line(string name, FormattableString value) => Console.WriteLine($"{name,-16}{value.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The same as an object on one line.</summary>
    public static void WriteJson(IndexDescription index, string? writer, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var size = index.Statistics;
            json.WriteStartObject();
            json.WriteNumber("articles", size.Articles);
            json.WriteNumber("texts", size.Texts);
            json.WriteNumber("groups", index.Groups);
            json.WriteNumber("stories", index.Stories);
            json.WriteNumber("shared_stories", index.SharedStories);
            WriteRange(json, "published", index.Published);
            WriteRange(json, "added", index.Added);
            json.WriteNumber("first_event", index.FirstEvent);
            json.WriteNumber("last_event", size.LastEvent);
            json.WriteNumber("segments", size.Segments);
            json.WriteNumber("recent_texts", size.RecentTexts);
            json.WriteNumber("posting_memory", size.PostingBytes);
            json.WriteNumber("disk", size.StoreBytes);
            json.WriteStartObject("disk_by_kind");
            foreach (var (kind, bytes) in index.Bytes) json.WriteNumber(kind, bytes);
            json.WriteEndObject();
            json.WriteString("writer", writer);
            json.WriteStartObject("made_with");
            foreach (var (name, value) in index.MadeWith)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static string Range(TimeRange? range) => range is { } times
        ? string.Create(CultureInfo.InvariantCulture, $"{times.First:yyyy-MM-dd HH:mm} to {times.Last:yyyy-MM-dd HH:mm}, {(times.Last - times.First).TotalDays:n0} days")
        : "unknown";

    private static void WriteRange(Utf8JsonWriter json, string name, TimeRange? range)
    {
        if (range is not { } times)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("first", times.First);
        json.WriteString("last", times.Last);
        json.WriteEndObject();
    }
}
