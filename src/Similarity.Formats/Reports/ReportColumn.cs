namespace Similarity.Formats;

/// <summary>A column of a report table.</summary>
internal readonly record struct ReportColumn(string Name, ReportColumnType Type);
