using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

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
            TraceSome(groups, first, count, traced, parallel);
            for (var i = 0; i < count; i++) yield return traced[i];
        }
    }

    private void TraceSome(IReadOnlyList<TextGroup> groups, int first, int count, TextLineage[] traced, ParallelOptions parallel)
    {
        try
        {
            _ = Parallel.For(0, count, parallel, () => _idle.TryTake(out var idle) ? idle : createBuilder(), TraceOne, _idle.Add);
        }
        catch (AggregateException faults)
        {
            // Whoever gave us the texts knows what reading them throws.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        LineageBuilder TraceOne(int i, ParallelLoopState state, LineageBuilder builder)
        {
            traced[i] = builder.Trace(groups[first + i]);
            return builder;
        }
    }
}
