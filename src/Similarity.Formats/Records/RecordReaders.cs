namespace Similarity.Formats;

/// <summary>The reader of each format.</summary>
internal static class RecordReaders
{
    public static IRecordReader For(InputFile file, ReadOptions options) => file.Format switch
    {
        InputFormat.JsonLines => new JsonLinesReader(options),
        InputFormat.Json => new JsonReader(options),
        InputFormat.Csv => new CsvReader(options, separator: null),
        InputFormat.Tsv => new CsvReader(options, separator: '\t'),
        InputFormat.Parquet => new ParquetReader(options),
        InputFormat.Text => new PlainTextReader(options, file.Path),
        InputFormat.Html => new HtmlReader(options, file.Path),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file.Format, "There is no reader for this format."),
    };
}
