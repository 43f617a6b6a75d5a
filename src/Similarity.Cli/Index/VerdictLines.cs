using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Similarity.Formats;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary>Writes verdicts as JSON Lines, one an article that came in.</summary>
internal sealed class VerdictLines : IDisposable
{
    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _lines = new(1 << 16);
    private readonly Utf8JsonWriter _json;

    public VerdictLines(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>What became of a record.</summary>
    public void Write(FeedItem item, Verdict? verdict)
    {
        _json.WriteStartObject();
        if (item.Input is not null) _json.WriteString("file", item.Input);
        _json.WriteNumber("line", item.Line);
        if (verdict is not null) WriteVerdict(verdict);
        else _json.WriteString("verdict", item.Fault is { Outcome: RejectOutcome.Noted } ? "noted" : "error");
        if (item.Fault is { } fault)
        {
            if (fault.Field is not null) _json.WriteString("field", fault.Field);
            _json.WriteString(verdict is null ? "reason" : "notice", fault.Reason);
        }
        EndLine();
    }

    /// <summary>A verdict that no record was read for.</summary>
    public void Write(Verdict verdict)
    {
        _json.WriteStartObject();
        WriteVerdict(verdict);
        EndLine();
    }

    /// <summary>Hands on what was written.</summary>
    public void Flush()
    {
        _output.Write(_lines.WrittenSpan);
        _output.Flush();
        _lines.ResetWrittenCount();
    }

    public void Dispose() => _json.Dispose();

    private void WriteVerdict(Verdict verdict)
    {
        _json.WriteString("id", verdict.Id);
        _json.WriteString("verdict", verdict.Standing.ToString().ToLowerInvariant());
        if (verdict.IsKnown) _json.WriteBoolean("known", true);
        if (verdict.Reason is not null) _json.WriteString("reason", verdict.Reason);
        if (verdict.Story is not null) _json.WriteString("story", verdict.Story);
        if (verdict.Group is null) return;
        _json.WriteString("group", verdict.Group);
        _json.WriteString("canonical", verdict.Canonical);
        if (verdict.Supersedes is not null) _json.WriteString("supersedes", verdict.Supersedes);
        if (verdict.Match is not { } match) return;
        _json.WriteString("matches", match.Other);
        MatchEvidence.Write(_json, match.Kind, match.Overlap);
    }

    private void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _lines.Write("\n"u8);
    }
}
