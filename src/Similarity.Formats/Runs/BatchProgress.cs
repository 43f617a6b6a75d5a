namespace Similarity.Formats;

/// <summary>How far a run over files is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Bytes of input while reading; distinct texts while verifying; bytes of output while writing.</param>
/// <param name="Total">What <paramref name="Done"/> will reach; 0 where it is not known.</param>
/// <param name="Articles">Articles read so far.</param>
public readonly record struct BatchProgress(BatchStage Stage, long Done, long Total, int Articles);
