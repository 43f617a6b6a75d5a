namespace Similarity.Formats;

/// <summary>How the articles of an input are written down.</summary>
public enum InputFormat
{
    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>A JSON array of objects, or objects one after the other.</summary>
    Json,

    /// <summary>Comma-separated values with a header line (RFC 4180).</summary>
    Csv,

    /// <summary>Tab-separated values with a header line.</summary>
    Tsv,

    /// <summary>Apache Parquet, one row an article.</summary>
    Parquet,

    /// <summary>One article: the first line its title where a blank line follows it, the rest its body.</summary>
    Text,

    /// <summary>One article: a web page, reduced to its title and main text.</summary>
    Html,
}
