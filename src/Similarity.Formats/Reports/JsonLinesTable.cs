using System.Text.Json;

namespace Similarity.Formats;

/// <summary>A report table as JSON Lines: nulls are written, so that every line has every column.</summary>
internal sealed class JsonLinesTable(Stream stream, IReadOnlyList<ReportColumn> columns) : IReportTable
{
    private readonly JsonLinesFile _file = new(stream);
    private readonly JsonEncodedText[] _columns = [.. columns.Select(column => JsonEncodedText.Encode(column.Name))];
    private int _column;

    public void Text(ReadOnlySpan<byte> utf8)
    {
        Next();
        _file.Json.WriteStringValue(utf8);
    }

    public void Text(string? value)
    {
        Next();
        _file.Json.WriteStringValue(value);
    }

    public void Integer(long? value)
    {
        Next();
        if (value is { } some) _file.Json.WriteNumberValue(some);
        else _file.Json.WriteNullValue();
    }

    public void Number(double? value)
    {
        Next();
        if (value is { } some) _file.Json.WriteNumberValue(Math.Round(some, 4));
        else _file.Json.WriteNullValue();
    }

    public void Flag(bool value)
    {
        Next();
        _file.Json.WriteBooleanValue(value);
    }

    public ValueTask EndRowAsync(CancellationToken cancellation)
    {
        _column = 0;
        _file.Json.WriteEndObject();
        return _file.EndLineAsync(cancellation);
    }

    public Task CompleteAsync(CancellationToken cancellation) => _file.CompleteAsync(cancellation);

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private void Next()
    {
        if (_column == 0) _file.Json.WriteStartObject();
        _file.Json.WritePropertyName(_columns[_column++]);
    }
}
