namespace Similarity.Storage;

/// <summary>
/// A store as it was at one moment, whatever is written after it. What is replaced and deleted meanwhile keeps its space until it is
/// disposed of; it may outlive the store, and cannot be read then.
/// </summary>
public interface IStoreSnapshot : IStoreReader, IDisposable;
