using System.Runtime.ExceptionServices;

namespace Similarity;

/// <summary>A loop on all threads, each with something of its own to work with.</summary>
internal static class ParallelLoop
{
    /// <summary>
    /// Runs <paramref name="body"/> for each number below <paramref name="count"/>. What one call throws is thrown as it is,
    /// because whoever gave us what the loop works on knows what reading it throws.
    /// </summary>
    /// <param name="count">How many calls there are.</param>
    /// <param name="parallel">Threads and cancellation.</param>
    /// <param name="take">Gives a thread what it works with.</param>
    /// <param name="body">One call.</param>
    /// <param name="giveBack">Takes that back when the thread is done.</param>
    public static void Run<T>(int count, ParallelOptions parallel, Func<T> take, Action<int, T> body, Action<T> giveBack)
    {
        if (count <= 1 || parallel.MaxDegreeOfParallelism == 1)
        {
            RunInline(count, take, body, giveBack, parallel.CancellationToken);
            return;
        }
        try
        {
            _ = Parallel.For(0, count, parallel, take, Call, giveBack);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        T Call(int i, ParallelLoopState state, T own)
        {
            body(i, own);
            return own;
        }
    }

    private static void RunInline<T>(int count, Func<T> take, Action<int, T> body, Action<T> giveBack, CancellationToken cancellation)
    {
        if (count == 0) return;
        var own = take();
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            body(i, own);
        }
        giveBack(own);
    }
}
