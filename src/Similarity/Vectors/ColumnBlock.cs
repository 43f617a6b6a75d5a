using System.Runtime.CompilerServices;

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
            for (var column = 0; column < Math.Min(_width, count - offset); column++)
            {
                var row = table[first + offset + column];
                for (var k = 0; k < row.Length; k++) panel[(k * _width) + column] = row[k];
            }
        }
    }
}
