namespace Similarity.Formats;

/// <summary>
/// Something an input has wrong. <paramref name="Line"/> counts lines (rows in Parquet) from 1; 0 means the whole
/// input. <paramref name="Fatal"/> says that nothing after this point of the input could be read.
/// </summary>
internal readonly record struct RecordFault(long Line, string? Field, string Reason, bool Fatal = false);
