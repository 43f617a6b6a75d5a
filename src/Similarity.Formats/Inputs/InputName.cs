namespace Similarity.Formats;

/// <summary>What a file's name says about its content; <see cref="Format"/> is <see langword="null"/> where it says nothing.</summary>
internal readonly record struct InputName(InputFormat? Format, Compression Compression)
{
    /// <summary>The extensions that are understood, for messages.</summary>
    public const string Extensions = ".jsonl .ndjson .json .csv .tsv .tab .parquet .pq .txt .text .md .html .htm .xhtml, each also with .gz or .zst behind";

    public static InputName Of(string path)
    {
        var compression = CompressionOf(Path.GetExtension(path));
        var name = compression is Compression.None ? path : Path.GetFileNameWithoutExtension(path);
        return new InputName(FormatOf(Path.GetExtension(name)), compression);
    }

    private static Compression CompressionOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".gz" => Compression.Gzip,
        ".zst" or ".zstd" => Compression.Zstd,
        _ => Compression.None,
    };

    private static InputFormat? FormatOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => InputFormat.JsonLines,
        ".json" => InputFormat.Json,
        ".csv" => InputFormat.Csv,
        ".tsv" or ".tab" => InputFormat.Tsv,
        ".parquet" or ".pq" => InputFormat.Parquet,
        ".txt" or ".text" or ".md" => InputFormat.Text,
        ".html" or ".htm" or ".xhtml" => InputFormat.Html,
        _ => null,
    };
}
