namespace Similarity.Formats.Tests;

/// <summary>Counts what the whole process allocates, so that nothing else may run beside it.</summary>
[CollectionDefinition(nameof(LinearMemoryTests), DisableParallelization = true)]
[Collection(nameof(LinearMemoryTests))]
public sealed class LinearMemoryTests : IDisposable
{
    private readonly RunFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Fifty_thousand_identical_articles_take_linear_memory()
    {
        var text = InventedNews.Text(1, 60);
        var few = await AllocatedAsync(5_000);
        var many = await AllocatedAsync(50_000);
        Assert.InRange(many, 1, (few * 12) + (64 << 20));
        Assert.Equal(49_999, (int)_run.Summary()["removed"]!);
        Assert.Equal(49_999, _run.Lines("removed.jsonl").Length);
        Assert.Single(_run.Lines("kept.jsonl"));

        async Task<long> AllocatedAsync(int count)
        {
            _run.Write("a.jsonl", Enumerable.Range(0, count).Select(i => InventedNews.Record($"a{i}", text, $"outlet{i % 3}")));
            var before = GC.GetTotalAllocatedBytes();
            await _run.RunAsync(_run.Options(threads: 2) with { Guard = new RemovalGuard { MaxShare = 1, MaxOutletShare = 1 } });
            return GC.GetTotalAllocatedBytes() - before;
        }
    }
}
