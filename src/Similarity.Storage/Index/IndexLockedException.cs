namespace Similarity.Storage;

/// <summary>Another process writes to an index.</summary>
public sealed class IndexLockedException(string message) : IOException(message);
