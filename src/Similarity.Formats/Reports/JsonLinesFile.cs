using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes JSON values, one a line, through a buffer.</summary>
internal sealed class JsonLinesFile : IAsyncDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly JsonWriterOptions Options = new()
    {
        // Programs read this; where it is shown to people it is escaped again for that place.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt * 2);

    public JsonLinesFile(Stream stream)
    {
        _stream = stream;
        Json = new Utf8JsonWriter(_buffer, Options);
    }

    /// <summary>Writes the value of the current line.</summary>
    public Utf8JsonWriter Json { get; }

    public async ValueTask EndLineAsync(CancellationToken cancellation)
    {
        Json.Flush();
        Json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= FlushAt) await CompleteAsync(cancellation);
    }

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellation);
        _buffer.ResetWrittenCount();
    }

    public async ValueTask DisposeAsync()
    {
        await Json.DisposeAsync();
        await _stream.DisposeAsync();
    }
}
