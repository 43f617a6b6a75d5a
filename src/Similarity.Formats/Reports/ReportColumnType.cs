namespace Similarity.Formats;

/// <summary>What a column of a report table holds; any but a flag may be null.</summary>
internal enum ReportColumnType
{
    Text,
    Integer,
    Number,
    Flag,
}
