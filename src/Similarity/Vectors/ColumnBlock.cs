using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Similarity;

/// <summary>
/// Some consecutive rows of a table, turned to the columns of tiles: in panels of a tile's width, and in a panel dimension
/// by dimension.
/// </summary>
/// <remarks>Not thread-safe. Filled again for each block.</remarks>
internal sealed class ColumnBlock
{
    private const int LineFloats = 16;

    private readonly int _width;
    private readonly int _dimension;
    private readonly float[] _panels;
    private readonly int _start;

    /// <param name="dimension">Floats a row.</param>
    /// <param name="columns">Columns that fit in at most.</param>
    /// <param name="width">Columns a panel.</param>
    public unsafe ColumnBlock(int dimension, int columns, int width)
    {
        (_dimension, _width) = (dimension, width);
        _panels = GC.AllocateArray<float>((dimension * columns) + LineFloats, pinned: true);
        // A vector that crosses a cache line is two loads.
        var address = (nint)Unsafe.AsPointer(ref _panels[0]) / sizeof(float);
        _start = (int)((LineFloats - (address % LineFloats)) % LineFloats);
    }

    /// <summary>The columns from <paramref name="offset"/> on, the start of a panel.</summary>
    public ref float Panel(int offset) => ref _panels[_start + (offset * _dimension)];

    /// <summary>Takes the rows from <paramref name="first"/> on; columns that the last panel lacks are zeros.</summary>
    public void Fill(VectorTable table, int first, int count)
    {
        for (var offset = 0; offset < count; offset += _width)
        {
            var panel = _panels.AsSpan(_start + (offset * _dimension), _width * _dimension);
            if (count - offset < _width) panel.Clear();
            var columns = Math.Min(_width, count - offset);
            var column = 0;
            for (; column <= columns - 4; column += 4) FillFour(table, first + offset + column, panel[column..]);
            for (; column < columns; column++)
            {
                var row = table[first + offset + column];
                for (var k = 0; k < row.Length; k++) panel[(k * _width) + column] = row[k];
            }
        }
    }

    /// <summary>Four columns at a time, because what is written together stands together.</summary>
    private void FillFour(VectorTable table, int first, Span<float> panel)
    {
        ref var a = ref table.RowReference(first);
        ref var b = ref table.RowReference(first + 1);
        ref var c = ref table.RowReference(first + 2);
        ref var d = ref table.RowReference(first + 3);
        for (var k = 0; k < _dimension; k++)
        {
            Vector128.Create(Unsafe.Add(ref a, k), Unsafe.Add(ref b, k), Unsafe.Add(ref c, k), Unsafe.Add(ref d, k)).CopyTo(panel[(k * _width)..]);
        }
    }
}
