using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvParser = CsvHelper.CsvReader;

namespace Similarity.Formats;

/// <summary>The rows of a table one after the other: each either can be written as a record or is a fault.</summary>
internal sealed class CsvRows : IAsyncDisposable
{
    private readonly ReplayStream _input;
    private readonly ReadOptions _options;
    private readonly CsvParser _parser;
    private byte[][]? _header;
    private CsvMalformedReason? _malformed;

    public CsvRows(ReplayStream input, char separator, ReadOptions options)
    {
        _input = input;
        _options = options;
        _parser = CsvParser.Create(
            input,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = Patience(options.MaxRecordBytes),
                OnMalformedRecord = record => _malformed = record.Reason,
            },
            leaveOpen: true);
    }

    /// <summary>What is wrong with the current row, or why there is no further one.</summary>
    public RecordFault? Fault { get; private set; }

    /// <summary>
    /// Goes to the next row, reading the header first; <see langword="false"/> where nothing more can be read. Where
    /// <paramref name="damage"/> ended the input early, it ended the last row early, too.
    /// </summary>
    public async ValueTask<bool> AdvanceAsync(string? damage, CancellationToken cancellation)
    {
        Fault = null;
        if (_header is null && !await ReadHeaderAsync(cancellation)) return false;
        if (!await ReadRowAsync(cancellation))
        {
            if (Fault is null && damage is not null) Fault = RecordFault.Damaged(0, damage);
            return false;
        }
        if (IsAtEnd && damage is not null) Fault = RecordFault.Damaged(_parser.LineNumber, damage);
        else if (IsAtEnd && _malformed is not null && CsvSeparator.IsQuoteOpen(_parser.RawRecord, _parser.Separator))
        {
            Fault = new RecordFault(
                _parser.LineNumber, null, "A quote in the row that begins here is not closed; the rest of the file could not be read.", RejectOutcome.Abandoned);
        }
        else Fault = CheckRow();
        return Fault is not { Fatal: true };
    }

    /// <summary>Adds the current row, which has no fault, as one record.</summary>
    public void Write(RecordWriter writer, RecordBlock block)
    {
        writer.Begin();
        for (var i = 0; i < _header!.Length; i++) writer.Json.WriteString(_header[i], _parser.GetSpan(i));
        writer.Complete(block, _parser.LineNumber);
    }

    public ValueTask DisposeAsync() => _parser.DisposeAsync();

    /// <summary>Whether no line break follows the current row.</summary>
    private bool IsAtEnd => _parser.ByteOffset + _parser.RawRecord.Length >= _input.Count;

    /// <summary>
    /// A row that is somewhat too long is read to its end, so that reading can go on behind it; one that goes on
    /// and on has lost its closing quote.
    /// </summary>
    private static int Patience(int maxRecordBytes) => (int)Math.Clamp(maxRecordBytes * 2L, 1 << 16, 1 << 30);

    private async ValueTask<bool> ReadHeaderAsync(CancellationToken cancellation)
    {
        if (!await ReadRowAsync(cancellation)) return false;
        var names = new string[_parser.FieldCount];
        for (var i = 0; i < names.Length; i++) names[i] = Encoding.UTF8.GetString(_parser.GetSpan(i)).Trim();
        _header = [.. names.Select(Encoding.UTF8.GetBytes)];
        Fault = Columns.MissingText(names, _options.Fields, _parser.LineNumber);
        return Fault is null;
    }

    private async ValueTask<bool> ReadRowAsync(CancellationToken cancellation)
    {
        _malformed = null;
        try
        {
            return await _parser.ReadAsync(cancellation);
        }
        catch (CsvFormatException excess)
        {
            var reason = $"The row that begins here is longer than {Patience(_options.MaxRecordBytes)} bytes, perhaps because a quote is not closed; the rest of the file could not be read.";
            Fault = new RecordFault(excess.LineNumber, null, reason, RejectOutcome.Abandoned);
            return false;
        }
    }

    private RecordFault? CheckRow()
    {
        var reason =
            _parser.FieldCount != _header!.Length ? $"The row has {_parser.FieldCount} cells; the header has {_header.Length}."
            : _malformed is CsvMalformedReason.TextAfterClosingQuote ? "The row has text behind a closing quote."
            : !Utf8.IsValid(_parser.RawRecord) ? "The row is not valid UTF-8."
            : null;
        return reason is null ? null : new RecordFault(_parser.LineNumber, null, reason);
    }
}
