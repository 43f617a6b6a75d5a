namespace Similarity.Formats;

/// <summary>Where one record stands in its block, without the line feed, and on which line (or row) of the input it began.</summary>
internal readonly record struct RecordSpan(int Start, int Length, long Line);
