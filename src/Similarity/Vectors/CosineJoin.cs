namespace Similarity;

/// <summary>
/// Compares all rows of a table with each other: the pairs above a threshold, or the nearest of each row. Exact: single
/// precision only chooses which pairs are looked at, by a proven bound of its error, and <see cref="Cosine.Dot"/> decides.
/// </summary>
/// <remarks>
/// Thread-safe. The result is the same at any number of threads and width of vectors. Takes n²/2 products, and memory for
/// the result and a constant a thread.
/// </remarks>
public static class CosineJoin
{
    /// <summary>All pairs whose cosine is <paramref name="threshold"/> or more, by <see cref="CosinePair.A"/> and then <see cref="CosinePair.B"/>.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="threshold">
    /// −1 to 1. Rows are of length 1 within single precision: the cosine of equal rows is 1 within 1e-6, which a threshold of 1
    /// does not reach for all of them.
    /// </param>
    /// <param name="options">Threads, limits and time window.</param>
    /// <param name="cancellation">Ends the join.</param>
    /// <exception cref="InvalidOperationException">There are more pairs than <see cref="CosineJoinOptions.MaxPairs"/>.</exception>
    public static CosinePair[] PairsAbove(
        VectorTable table, double threshold, CosineJoinOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (threshold is not (>= -1 and <= 1)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A cosine is from −1 to 1.");
        options ??= new CosineJoinOptions();
        var window = new JoinWindow(options.Times, options.TimeWindow, table.Count);
        var budget = new PairBudget(options.MaxPairs);
        var sinks = new List<PairSink>();
        RunJoin(() => TileJoin.Run(table, window, CreateSink, Parallel(options, cancellation)));

        return InOrder([.. sinks.SelectMany(sink => sink.Pairs)]);

        PairSink CreateSink()
        {
            var sink = new PairSink(table, window, threshold, budget);
            lock (sinks) sinks.Add(sink);
            return sink;
        }
    }

    /// <summary>For each row the <paramref name="k"/> others of largest cosine, nearest first; of equal ones the smaller row first.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="k">1 or more; where there are fewer other rows, all of them.</param>
    /// <param name="options">Threads and time window.</param>
    /// <param name="cancellation">Ends the join.</param>
    public static CosineNeighbour[][] Nearest(
        VectorTable table, int k, CosineJoinOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        options ??= new CosineJoinOptions();
        var window = new JoinWindow(options.Times, options.TimeWindow, table.Count);
        var nearest = new NearestOfAll(table, Math.Min(k, Math.Max(1, table.Count - 1)));
        RunJoin(() => TileJoin.Run(table, window, () => new NearestSink(table, window, nearest), Parallel(options, cancellation)));
        return nearest.ToArray();
    }

    /// <summary>Sorts by numbers made of both rows: many times faster than by a comparison of pairs.</summary>
    private static CosinePair[] InOrder(CosinePair[] pairs)
    {
        var rows = Array.ConvertAll(pairs, pair => ((ulong)(uint)pair.A << 32) | (uint)pair.B);
        Array.Sort(rows, pairs);
        return pairs;
    }

    private static ParallelOptions Parallel(CosineJoinOptions options, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };

    /// <summary>What one thread throws, as it threw it.</summary>
    private static void RunJoin(Action join)
    {
        try
        {
            join();
        }
        catch (AggregateException faults)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
