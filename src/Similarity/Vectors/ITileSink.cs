namespace Similarity;

/// <summary>What a comparison of all rows with all is after. One a thread.</summary>
internal interface ITileSink
{
    /// <summary>What the largest product of a tile must reach for the tile to be of interest.</summary>
    /// <param name="firstRow">The first row of the tile.</param>
    /// <param name="firstColumn">The row that is the tile's first column.</param>
    float LimitOf(int firstRow, int firstColumn);

    /// <summary>Looks at the products of a tile. Rows and columns that the table lacks are among them, and pairs out of order.</summary>
    /// <param name="firstRow">The first row of the tile.</param>
    /// <param name="firstColumn">The row that is the tile's first column.</param>
    /// <param name="products">Row by row.</param>
    void Take(int firstRow, int firstColumn, ReadOnlySpan<float> products);
}
