namespace Similarity.Storage.Tests;

public sealed class MemoryIndexStoreTests : StoreConformance
{
    protected override IIndexStore Create(string directory) => new MemoryIndexStore();
}
