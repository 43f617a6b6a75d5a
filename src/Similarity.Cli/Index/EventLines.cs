using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary>Writes events as JSON Lines, and says which have been forgotten.</summary>
/// <param name="output">Takes the lines.</param>
/// <param name="known">Number of the last event that is known.</param>
internal sealed class EventLines(Stream output, long known) : IDisposable
{
    private readonly BufferedStream _output = new(output, 1 << 16);
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private long _known = known;
    private long _written;

    /// <summary>Writes an event that follows those before it.</summary>
    /// <returns>Whether more may be written.</returns>
    public bool Write(IndexEvent change, long most)
    {
        if (change.Number > _known + 1) WriteForgotten(change.Number - 1);
        _known = change.Number;
        Begin(change.Number, NameOf(change.Kind));
        switch (change.Kind)
        {
            case IndexEventKind.CanonicalChanged or IndexEventKind.GroupsMerged:
                WriteGroup(change, "canonical");
                WriteNames("former", change.Others);
                break;
            case IndexEventKind.GroupSplit:
                WriteGroup(change, "canonical");
                WriteNames("parts", change.Others);
                break;
            case IndexEventKind.ArticleRemoved:
                WriteGroup(change, "article");
                break;
            case IndexEventKind.StoriesMerged:
                _json.WriteString("story", change.Group);
                WriteNames("former", change.Others);
                break;
            case IndexEventKind.StorySplit:
                _json.WriteString("story", change.Group);
                _json.WriteString("into", change.Others[0]);
                WriteNames("moved", change.Moved);
                break;
        }
        End();
        return ++_written < most;
    }

    /// <summary>Hands on what was written.</summary>
    public void Flush() => _output.Flush();

    public void Dispose()
    {
        _json.Dispose();
        _output.Dispose();
    }

    /// <summary>A line in the place of those that are gone, so that no consumer takes what it knows for complete.</summary>
    private void WriteForgotten(long last)
    {
        StandardError.Say(string.Create(CultureInfo.InvariantCulture, $"events {_known + 1:n0} to {last:n0} have been forgotten: read again what you know of groups and stories, such as by 'index query' and 'index export'"));
        Begin(last, "forgotten");
        _json.WriteNumber("from", _known + 1);
        End();
    }

    private static string NameOf(IndexEventKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private void Begin(long number, string kind)
    {
        _json.Reset(_output);
        _json.WriteStartObject();
        _json.WriteNumber("event", number);
        _json.WriteString("kind", kind);
    }

    private void WriteGroup(IndexEvent change, string article)
    {
        if (change.Group is not null) _json.WriteString("group", change.Group);
        _json.WriteString(article, change.Article);
    }

    private void WriteNames(string name, IReadOnlyList<string> names)
    {
        _json.WriteStartArray(name);
        foreach (var one in names) _json.WriteStringValue(one);
        _json.WriteEndArray();
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
    }
}
