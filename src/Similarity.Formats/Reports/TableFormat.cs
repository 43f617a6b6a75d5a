namespace Similarity.Formats;

/// <summary>How the tables of a report are written down.</summary>
public enum TableFormat
{
    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Apache Parquet.</summary>
    Parquet,
}
