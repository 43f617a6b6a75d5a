using System.Text.Json;
using Parquet.Data;
using Parquet.Schema;

namespace Similarity.Formats;

/// <summary>A column of values of one type.</summary>
internal sealed class ParquetValues<T>(RawColumnData<T> data, DataField field, Action<Utf8JsonWriter, T> write) : ParquetColumn(data, field)
    where T : struct
{
    protected override void WriteValue(Utf8JsonWriter json, int index) => write(json, data.Values[index]);
}
