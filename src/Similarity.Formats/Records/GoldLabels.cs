using System.Text.Json;
using CsvHelper;
using CsvParser = CsvHelper.CsvReader;

namespace Similarity.Formats;

/// <summary>
/// Which story each article is labelled with: JSON Lines of objects with <c>id</c> and <c>label</c>, or CSV with these two columns. They are read
/// beside the articles and never shown to what finds stories.
/// </summary>
public sealed class GoldLabels
{
    private GoldLabels(Dictionary<string, string> byId, List<Reject> faults)
    {
        (ById, Faults) = (byId, faults);
    }

    /// <summary>The label of each identifier.</summary>
    public IReadOnlyDictionary<string, string> ById { get; }

    /// <summary>What was wrong with lines, which were left out.</summary>
    public IReadOnlyList<Reject> Faults { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="labelField">The property or column that holds the label.</param>
    /// <exception cref="InputException">There is none, or no label in it.</exception>
    public static GoldLabels Read(string path, string labelField = "label")
    {
        ArgumentException.ThrowIfNullOrEmpty(labelField);
        if (!File.Exists(path)) throw new InputException($"there is no file of labels {path}");
        var (labels, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Reject>());
        using var file = File.OpenRead(path);
        var isJson = BeginsWithObject(file);
        file.Position = 0;
        if (isJson) ReadJson(file, labelField, Add, Fault);
        else ReadCsv(file, labelField, Add, Fault);
        if (labels.Count == 0) throw new InputException($"{path} holds no label: objects or columns with id and {labelField} are expected{(faults.Count == 0 ? "" : $"; line {faults[0].Line}: {faults[0].Reason}")}");
        return new GoldLabels(labels, faults);

        void Add(string id, string label, long line)
        {
            if (labels.TryGetValue(id, out var known) && known != label) Fault(line, "id", $"'{id}' has the label '{known}' already");
            else labels[id] = label;
        }

        void Fault(long line, string? field, string reason) => faults.Add(new Reject(path, line, field, reason, RejectOutcome.Rejected));
    }

    /// <summary>Whether the first character is a brace, but for a byte order mark and white space before it.</summary>
    private static bool BeginsWithObject(Stream file)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        int first;
        do first = text.Read();
        while (first >= 0 && char.IsWhiteSpace((char)first));
        return first == '{';
    }

    private static void ReadJson(Stream file, string labelField, Action<string, string, long> add, Action<long, string?, string> fault)
    {
        using var text = new StreamReader(file, leaveOpen: true);
        for (var line = 1L; text.ReadLine() is { } record; line++)
        {
            if (string.IsNullOrWhiteSpace(record)) continue;
            try
            {
                using var json = JsonDocument.Parse(record);
                if (json.RootElement.ValueKind != JsonValueKind.Object) fault(line, null, "this is no object");
                else if (ValueOf(json, "id") is not { } id) fault(line, "id", "is missing");
                else if (ValueOf(json, labelField) is { } label) add(id, label, line);
                else if (json.RootElement.TryGetProperty(labelField, out var other) && other.ValueKind != JsonValueKind.Null) fault(line, labelField, $"is {other.ValueKind.ToString().ToLowerInvariant()}; a text or a number is expected");
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException)
            {
                fault(line, null, broken.Message);
            }
        }
    }

    /// <summary>A string or a number as text; <see langword="null"/> where there is none, as for an article without a label.</summary>
    private static string? ValueOf(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    private static void ReadCsv(Stream file, string labelField, Action<string, string, long> add, Action<long, string?, string> fault)
    {
        using var csv = CsvParser.Create(file, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true }, leaveOpen: true);
        var (id, label, isFirst) = (0, 1, true);
        while (csv.Read())
        {
            string[] fields = [.. Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field).Trim())];
            if (isFirst && Array.IndexOf(fields, labelField) is var column && column >= 0)
            {
                (id, label) = (Math.Max(0, Array.IndexOf(fields, "id")), column);
            }
            else if (fields.Length <= Math.Max(id, label)) fault(csv.LineNumber, null, $"has {fields.Length} columns; id and {labelField} are expected");
            else if (fields[label].Length > 0) add(fields[id], fields[label], csv.LineNumber);
            isFirst = false;
        }
    }
}
