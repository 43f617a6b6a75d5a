using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Compares each row of a table with all before it, tile by tile, so that neither the products are ever all in memory nor
/// a pair is computed twice.
/// <code>
/// for each block of columns, on the next thread that is free: turn it to panels
///     for each block of rows that begins before the block of columns ends:
///         for each panel of the block: for each six rows: a tile
/// </code>
/// A panel stays in the nearest cache while the block of rows passes by, and that in the next.
/// </summary>
internal static class TileJoin
{
    private const int BlockColumns = 256;
    private const int BlockRows = TileKernel.Rows * 16;

    /// <summary>Compares all rows, with the widest vectors there are.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="window">Which pairs are near enough in time.</param>
    /// <param name="createSink">Makes what takes the tiles of one thread.</param>
    /// <param name="parallel">A number of threads, and cancellation.</param>
    public static void Run<TSink>(VectorTable table, JoinWindow window, Func<TSink> createSink, ParallelOptions parallel)
        where TSink : ITileSink
    {
        if (Vector512.IsHardwareAccelerated) Run<FloatLanes512, Vector512<float>, TSink>(table, window, createSink, parallel);
        else if (Vector256.IsHardwareAccelerated) Run<FloatLanes256, Vector256<float>, TSink>(table, window, createSink, parallel);
        else Run<FloatLanes128, Vector128<float>, TSink>(table, window, createSink, parallel);
    }

    internal static void Run<TLanes, TVector, TSink>(VectorTable table, JoinWindow window, Func<TSink> createSink, ParallelOptions parallel)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
        where TSink : ITileSink
    {
        var blocks = (table.Count + BlockColumns - 1) / BlockColumns;
        var taken = 0;
        _ = Parallel.For(0, Math.Min(blocks, parallel.MaxDegreeOfParallelism), parallel, _ =>
        {
            var width = TLanes.Count * TileKernel.ColumnVectors;
            var columns = new ColumnBlock(table.Dimension, BlockColumns, width);
            var tile = new float[TileKernel.Rows * width];
            var sink = createSink();
            // The last blocks have the most rows before them: they come first, so that the threads end together.
            try
            {
                for (int number; (number = Interlocked.Increment(ref taken)) <= blocks;)
                {
                    RunBlock<TLanes, TVector, TSink>(table, window, (blocks - number) * BlockColumns, columns, tile, sink, parallel.CancellationToken);
                }
            }
            finally
            {
                // Where one thread fails, the others need not go on.
                _ = Interlocked.Exchange(ref taken, blocks);
            }
        });
    }

    private static void RunBlock<TLanes, TVector, TSink>(
        VectorTable table, JoinWindow window, int firstColumn, ColumnBlock columns, float[] tile, TSink sink, CancellationToken cancellation)
        where TLanes : struct, IFloatLanes<TVector>
        where TVector : struct
        where TSink : ITileSink
    {
        var width = TLanes.Count * TileKernel.ColumnVectors;
        var endColumn = Math.Min(firstColumn + BlockColumns, table.Count);
        columns.Fill(table, firstColumn, endColumn - firstColumn);
        var firstRow = window.FirstWithin(firstColumn) / TileKernel.Rows * TileKernel.Rows;
        for (var block = firstRow; block < endColumn; block += BlockRows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var panel = firstColumn; panel < endColumn; panel += width)
            {
                // A row is compared with the columns behind it only.
                var endRow = Math.Min(block + BlockRows, Math.Min(panel + width, endColumn) - 1);
                for (var row = block; row < endRow; row += TileKernel.Rows)
                {
                    var isOfInterest = TileKernel.Multiply<TLanes, TVector>(
                        new TileRows(table, row), ref columns.Panel(panel - firstColumn), table.Dimension, sink.LimitOf(row, panel), ref tile[0]);
                    if (isOfInterest) sink.Take(row, panel, tile);
                }
            }
        }
    }
}
