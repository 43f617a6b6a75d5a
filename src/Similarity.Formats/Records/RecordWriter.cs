using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes records of inputs that are not JSON, one after the other in the same memory.</summary>
internal sealed class RecordWriter : IDisposable
{
    private const int FaultsInBlock = 1024;

    private readonly ReadOptions _options;
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 14);

    public RecordWriter(ReadOptions options)
    {
        _options = options;
        // Only a parser reads the records, so that nothing needs escaping for a browser's sake.
        Json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>The record being written, between <see cref="Begin"/> and <see cref="Complete"/>.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins an object.</summary>
    public void Begin()
    {
        _bytes.ResetWrittenCount();
        Json.Reset();
        Json.WriteStartObject();
    }

    /// <summary>Writes a property, unless there is nothing to write.</summary>
    public void WriteIfAny(ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) Json.WriteString(name, value);
    }

    /// <summary>Ends the object and adds it to <paramref name="block"/>, or its size to the block's faults.</summary>
    public void Complete(RecordBlock block, long line)
    {
        Json.WriteEndObject();
        Json.Flush();
        var record = _bytes.WrittenSpan;
        if (record.Length <= _options.MaxRecordBytes) block.Add(record, line);
        else block.Faults.Add(RecordFault.TooLong(line, record.Length, _options.MaxRecordBytes));
    }

    /// <summary>Whether <paramref name="block"/> should be handed on before it takes another record.</summary>
    public bool IsFull(RecordBlock block) => block.Length >= _options.BlockBytes || block.Faults.Count >= FaultsInBlock;

    public void Dispose() => Json.Dispose();
}
