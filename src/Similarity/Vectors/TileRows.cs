namespace Similarity;

/// <summary>The rows of a tile. Where the table has fewer, its last row stands for those that lack.</summary>
internal readonly ref struct TileRows
{
    public TileRows(VectorTable table, int first)
    {
        var last = table.Count - 1;
        Row0 = ref table.RowReference(first);
        Row1 = ref table.RowReference(Math.Min(first + 1, last));
        Row2 = ref table.RowReference(Math.Min(first + 2, last));
        Row3 = ref table.RowReference(Math.Min(first + 3, last));
        Row4 = ref table.RowReference(Math.Min(first + 4, last));
        Row5 = ref table.RowReference(Math.Min(first + 5, last));
    }

    public readonly ref float Row0;
    public readonly ref float Row1;
    public readonly ref float Row2;
    public readonly ref float Row3;
    public readonly ref float Row4;
    public readonly ref float Row5;
}
