using System.Text;
using Parquet;
using Parquet.Schema;

namespace Similarity.Formats;

/// <summary>A report table as Parquet, a row group of bounded size at a time.</summary>
internal sealed class ParquetTable(Stream stream, IReadOnlyList<ReportColumn> columns) : IReportTable
{
    private const int RowsAGroup = 1 << 16;

    private readonly DataField[] _fields = [.. columns.Select(ToField)];
    private readonly List<object?>[] _values = [.. columns.Select(_ => new List<object?>())];
    private ParquetWriter? _writer;
    private int _column;

    public void Text(ReadOnlySpan<byte> utf8) => Add(Encoding.UTF8.GetString(utf8));

    public void Text(string? value) => Add(value);

    public void Integer(long? value) => Add(value);

    public void Number(double? value) => Add(value is { } some ? Math.Round(some, 4) : null);

    public void Flag(bool value) => Add(value);

    public async ValueTask EndRowAsync(CancellationToken cancellation)
    {
        _column = 0;
        if (_values[0].Count == RowsAGroup) await WriteGroupAsync(cancellation);
    }

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        if (_writer is null || _values[0].Count > 0) await WriteGroupAsync(cancellation);
        await _writer!.DisposeAsync();
    }

    public async ValueTask DisposeAsync() => await stream.DisposeAsync();

    private static DataField ToField(ReportColumn column) => column.Type switch
    {
        ReportColumnType.Integer => new DataField<long?>(column.Name),
        ReportColumnType.Number => new DataField<double?>(column.Name),
        ReportColumnType.Flag => new DataField<bool>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private void Add(object? value) => _values[_column++].Add(value);

    private async Task WriteGroupAsync(CancellationToken cancellation)
    {
        _writer ??= await ParquetWriter.CreateAsync(new ParquetSchema(_fields), stream, cancellationToken: cancellation);
        using var group = _writer.CreateRowGroup();
        for (var i = 0; i < _fields.Length; i++)
        {
            var (field, values) = (_fields[i], _values[i]);
            await (columns[i].Type switch
            {
                ReportColumnType.Integer => group.WriteAsync<long>(field, values.Cast<long?>().ToArray(), cancellationToken: cancellation),
                ReportColumnType.Number => group.WriteAsync<double>(field, values.Cast<double?>().ToArray(), cancellationToken: cancellation),
                ReportColumnType.Flag => group.WriteAsync<bool>(field, values.Cast<bool>().ToArray(), cancellationToken: cancellation),
                _ => group.WriteAsync(field, values.Cast<string?>().ToArray()!),
            });
            values.Clear();
        }
        group.CompleteValidate();
    }
}
