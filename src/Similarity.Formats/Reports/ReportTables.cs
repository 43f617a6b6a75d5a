namespace Similarity.Formats;

/// <summary>Opens the tables of a report in the format asked for.</summary>
internal sealed class ReportTables(ReportFolder folder, TableFormat format)
{
    public TableFormat Format => format;

    /// <summary>A new table, whose file is called <paramref name="name"/> with the extension of the format.</summary>
    public IReportTable Create(string name, IReadOnlyList<ReportColumn> columns) => format switch
    {
        TableFormat.Parquet => new ParquetTable(folder.Create($"{name}.parquet"), columns),
        _ => new JsonLinesTable(folder.Create($"{name}.jsonl"), columns),
    };

    /// <summary>A new file of JSON Lines for what is no flat table.</summary>
    public JsonLinesFile CreateJsonLines(string name) => new(folder.Create($"{name}.jsonl"));
}
