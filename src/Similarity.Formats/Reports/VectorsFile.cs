using Parquet;
using Parquet.Schema;

namespace Similarity.Formats;

/// <summary>
/// Writes vectors of articles: as Parquet a row an article, its id and its vector as a list of floats, with the fingerprint of the embedder in the
/// file's metadata; as JSON Lines an object an article with the same.
/// </summary>
/// <remarks>Not thread-safe. Disposing it without completing it leaves a torn file.</remarks>
public sealed class VectorsFile : IAsyncDisposable
{
    private const int RowsAGroup = 1 << 14;

    private static readonly DataField<string> Id = new("id");
    private static readonly DataField<float?> Element = new("element");
    private static readonly ListField Vector = new("vector", Element);

    private readonly string _fingerprint;
    private readonly Stream _stream;
    private readonly JsonLinesFile? _lines;
    private readonly List<string> _ids = [];
    private readonly List<float> _values = [];
    private readonly int _dimension;
    private ParquetWriter? _writer;

    /// <summary>A file that is written to <paramref name="stream"/>, which stays open.</summary>
    /// <param name="stream">Where it goes; one that can seek.</param>
    /// <param name="format">As what.</param>
    /// <param name="dimension">Floats a vector.</param>
    /// <param name="fingerprint">What the vectors were made with.</param>
    public VectorsFile(Stream stream, TableFormat format, int dimension, string fingerprint)
    {
        (_stream, _dimension, _fingerprint) = (stream, dimension, fingerprint);
        if (format == TableFormat.JsonLines) _lines = new JsonLinesFile(stream);
    }

    /// <summary>Adds an article.</summary>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public async ValueTask AddAsync(string id, ReadOnlyMemory<float> vector, CancellationToken cancellation = default)
    {
        if (vector.Length != _dimension) throw new ArgumentException($"The vector of {id} has {vector.Length} floats; {_dimension} are needed.", nameof(vector));
        if (_lines is not null)
        {
            WriteLine(id, vector.Span);
            await _lines.EndLineAsync(cancellation);
            return;
        }
        _ids.Add(id);
        _values.AddRange(vector.Span);
        if (_ids.Count == RowsAGroup) await WriteGroupAsync(cancellation);
    }

    /// <summary>Writes what is buffered and ends the file.</summary>
    public async Task CompleteAsync(CancellationToken cancellation = default)
    {
        if (_lines is not null)
        {
            await _lines.CompleteAsync(cancellation);
            return;
        }
        if (_writer is null || _ids.Count > 0) await WriteGroupAsync(cancellation);
        await _writer!.DisposeAsync();
        _writer = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
    }

    private void WriteLine(string id, ReadOnlySpan<float> vector)
    {
        _lines!.Json.WriteStartObject();
        _lines.Json.WriteString("id"u8, id);
        _lines.Json.WriteString("fingerprint"u8, _fingerprint);
        _lines.Json.WriteStartArray("vector"u8);
        foreach (var value in vector) _lines.Json.WriteNumberValue(value);
        _lines.Json.WriteEndArray();
        _lines.Json.WriteEndObject();
    }

    private async Task WriteGroupAsync(CancellationToken cancellation)
    {
        if (_writer is null)
        {
            _writer = await ParquetWriter.CreateAsync(new ParquetSchema(Id, Vector), _stream, cancellationToken: cancellation);
            _writer.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["fingerprint"] = _fingerprint };
        }
        using var group = _writer.CreateRowGroup();
        await group.WriteAsync(Id, _ids);
        var levels = new int[_values.Count];
        for (var i = 0; i < levels.Length; i++) levels[i] = i % _dimension == 0 ? 0 : 1;
        await group.WriteAsync<float>(Element, _values.Select(value => (float?)value).ToArray().AsMemory(), levels.AsMemory(), cancellationToken: cancellation);
        group.CompleteValidate();
        _ids.Clear();
        _values.Clear();
    }
}
