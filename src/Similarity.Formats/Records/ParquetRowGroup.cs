using System.Text.Json;
using Parquet.Schema;

namespace Similarity.Formats;

/// <summary>The rows of one row group as JSON: its columns, put together again row by row.</summary>
internal sealed class ParquetRowGroup : IDisposable
{
    private readonly Dictionary<FieldPath, ParquetColumn> _columns = [];
    private readonly ParquetSchema _schema;

    private ParquetRowGroup(ParquetSchema schema, long rows) => (_schema, Rows) = (schema, rows);

    /// <summary>How many rows there are.</summary>
    public long Rows { get; }

    /// <summary>Reads every column of row group <paramref name="index"/>.</summary>
    public static async ValueTask<ParquetRowGroup> ReadAsync(Parquet.ParquetReader file, int index, CancellationToken cancellation)
    {
        using var stored = file.OpenRowGroupReader(index);
        var group = new ParquetRowGroup(file.Schema, stored.RowCount);
        try
        {
            foreach (var field in file.Schema.DataFields)
            {
                group._columns[field.Path] = ParquetTypes.Column(await stored.ReadRawColumnDataBaseAsync(field, cancellation), field);
            }
            return group;
        }
        catch
        {
            group.Dispose();
            throw;
        }
    }

    /// <summary>Writes the properties of the next row.</summary>
    public void WriteRow(Utf8JsonWriter json)
    {
        foreach (var field in _schema.Fields) WriteProperty(json, field.Name, field);
    }

    public void Dispose()
    {
        foreach (var column in _columns.Values) column.Dispose();
        _columns.Clear();
    }

    private void WriteProperty(Utf8JsonWriter json, string name, Field field)
    {
        json.WritePropertyName(name);
        WriteField(json, field);
    }

    private void WriteField(Utf8JsonWriter json, Field field)
    {
        switch (field)
        {
            case DataField { IsArray: true } repeated:
                WriteRepeated(json, repeated, () => _columns[repeated.Path].Write(json));
                break;
            case DataField data:
                _columns[data.Path].Write(json);
                break;
            case ListField list:
                WriteRepeated(json, list, () => WriteField(json, list.Item));
                break;
            case StructField { IsNullable: true } structure when First(structure).Definition < structure.MaxDefinitionLevel:
                Skip(structure);
                json.WriteNullValue();
                break;
            case StructField structure:
                json.WriteStartObject();
                foreach (var part in structure.Fields) WriteProperty(json, part.Name, part);
                json.WriteEndObject();
                break;
            case MapField map:
                WriteRepeated(json, map, () => WriteEntry(json, map));
                break;
            default:
                throw new NotSupportedException($"the column '{field.Path}' is of a kind that is not understood");
        }
    }

    /// <summary>Writes a list: an item for as long as the next value continues it.</summary>
    private void WriteRepeated(Utf8JsonWriter json, Field list, Action writeItem)
    {
        var first = First(list);
        var definition = first.Definition;
        if (definition < list.MaxDefinitionLevel)
        {
            Skip(list);
            if (definition < list.MaxDefinitionLevel - 1)
            {
                json.WriteNullValue();
                return;
            }
            json.WriteStartArray();
            json.WriteEndArray();
            return;
        }
        json.WriteStartArray();
        do writeItem();
        while (first.Repetition == list.MaxRepetitionLevel);
        json.WriteEndArray();
    }

    private void WriteEntry(Utf8JsonWriter json, MapField map)
    {
        json.WriteStartObject();
        WriteProperty(json, "key", map.Key);
        WriteProperty(json, "value", map.Value);
        json.WriteEndObject();
    }

    private void Skip(Field field)
    {
        foreach (var leaf in Leaves(field)) _columns[leaf.Path].Skip();
    }
    private ParquetColumn First(Field field) => _columns[Leaves(field).First().Path];

    private static IEnumerable<DataField> Leaves(Field field) => field switch
    {
        DataField data => [data],
        ListField list => Leaves(list.Item),
        StructField structure => structure.Fields.SelectMany(Leaves),
        MapField map => Leaves(map.Key).Concat(Leaves(map.Value)),
        _ => [],
    };
}
