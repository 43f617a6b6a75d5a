using System.Collections.Concurrent;

namespace Similarity;

/// <summary>Traces group after group, some of them at a time on all threads, so that not all lineages are in memory.</summary>
internal sealed class LineagePass(Func<LineageBuilder> createBuilder)
{
    private const int GroupsATime = 512;

    private readonly ConcurrentBag<LineageBuilder> _idle = [];

    /// <summary>The lineages, in the order of the groups.</summary>
    public IEnumerable<TextLineage> Trace(IReadOnlyList<TextGroup> groups, ParallelOptions parallel)
    {
        var traced = new TextLineage[Math.Min(GroupsATime, groups.Count)];
        for (var first = 0; first < groups.Count; first += GroupsATime)
        {
            var count = Math.Min(GroupsATime, groups.Count - first);
            var start = first;
            ParallelLoop.Run(count, parallel, Take, (i, builder) => traced[i] = builder.Trace(groups[start + i]), _idle.Add);
            for (var i = 0; i < count; i++) yield return traced[i];
        }
    }

    private LineageBuilder Take() => _idle.TryTake(out var idle) ? idle : createBuilder();
}
