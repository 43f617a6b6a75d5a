using System.Text.Json;
using Parquet.Data;
using Parquet.Schema;

namespace Similarity.Formats;

/// <summary>
/// The values of one column of one row group, taken one after the other. The levels say, as in the Dremel paper
/// (Melnik 2010), which lists and optional parts around the next value are there.
/// </summary>
internal abstract class ParquetColumn(RawColumnData levels, DataField column) : IDisposable
{
    private readonly bool _hasDefinition = column.MaxDefinitionLevel > 0;
    private readonly bool _hasRepetition = column.MaxRepetitionLevel > 0;
    private int _position;
    private int _value;

    /// <summary>How much of the path to the next value is there.</summary>
    public int Definition => _hasDefinition ? levels.DefinitionLevels[_position] : column.MaxDefinitionLevel;

    /// <summary>The list that the next value continues; 0 where it begins a row.</summary>
    public int Repetition => _hasRepetition && _position < levels.RepetitionLevels.Length ? levels.RepetitionLevels[_position] : 0;

    /// <summary>Goes over the next value without writing it.</summary>
    public void Skip()
    {
        if (Definition == column.MaxDefinitionLevel) _value++;
        _position++;
    }

    /// <summary>Writes the next value, or null where it is missing.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (Definition == column.MaxDefinitionLevel) WriteValue(json, _value++);
        else json.WriteNullValue();
        _position++;
    }

    public void Dispose() => levels.Dispose();

    protected abstract void WriteValue(Utf8JsonWriter json, int index);
}
