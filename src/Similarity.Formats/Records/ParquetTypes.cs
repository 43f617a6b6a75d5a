using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Unicode;
using Parquet.Data;
using Parquet.Schema;

namespace Similarity.Formats;

/// <summary>How each type of Parquet is written in JSON.</summary>
internal static class ParquetTypes
{
    /// <summary>The column that <paramref name="data"/> hold.</summary>
    /// <exception cref="NotSupportedException">The type has no counterpart in JSON.</exception>
    public static ParquetColumn Column(RawColumnData data, DataField field) => data switch
    {
        RawColumnData<ReadOnlyMemory<char>> text => Of(text, field, static (json, value) => json.WriteStringValue(value.Span)),
        RawColumnData<ReadOnlyMemory<byte>> binary => Of(binary, field, static (json, value) => WriteBinary(json, value.Span)),
        RawColumnData<bool> boolean => Of(boolean, field, static (json, value) => json.WriteBooleanValue(value)),
        RawColumnData<DateTime> time => Of(time, field, static (json, value) => json.WriteStringValue(value.ToString("o", CultureInfo.InvariantCulture))),
        RawColumnData<DateOnly> date => Of(date, field, static (json, value) => json.WriteStringValue(value.ToString("o", CultureInfo.InvariantCulture))),
        RawColumnData<TimeOnly> time => Of(time, field, static (json, value) => json.WriteStringValue(value.ToString("o", CultureInfo.InvariantCulture))),
        RawColumnData<TimeSpan> span => Of(span, field, static (json, value) => json.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture))),
        RawColumnData<Guid> guid => Of(guid, field, static (json, value) => json.WriteStringValue(value)),
        RawColumnData<sbyte> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<byte> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<short> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<ushort> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<int> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<uint> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<long> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<ulong> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<decimal> number => Of(number, field, static (json, value) => json.WriteNumberValue(value)),
        RawColumnData<Half> number => Of(number, field, static (json, value) => WriteFloating(json, (double)value)),
        RawColumnData<float> number => Of(number, field, static (json, value) => WriteFloating(json, value)),
        RawColumnData<double> number => Of(number, field, static (json, value) => WriteFloating(json, value)),
        RawColumnData<BigInteger> number => Of(number, field, static (json, value) => json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture))),
        RawColumnData<BigDecimal> number => Of(number, field, static (json, value) => json.WriteStringValue(value.ToString())),
        _ => throw new NotSupportedException($"the column '{field.Path}' has the type {field.ClrType.Name}, which is not understood"),
    };

    private static ParquetValues<T> Of<T>(RawColumnData<T> data, DataField field, Action<Utf8JsonWriter, T> write)
        where T : struct => new(data, field, write);

    /// <summary>Many programs store text as bytes without saying so.</summary>
    private static void WriteBinary(Utf8JsonWriter json, ReadOnlySpan<byte> value)
    {
        if (Utf8.IsValid(value)) json.WriteStringValue(value);
        else json.WriteBase64StringValue(value);
    }

    /// <summary>JSON has no word for what is not a number.</summary>
    private static void WriteFloating(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteNullValue();
    }
}
