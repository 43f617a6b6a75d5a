namespace Similarity.FastText;

/// <summary>The n-grams that were kept when a model was made smaller (<c>quantize -cutoff</c>): their rows by their buckets.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PrunedGrams
{
    private readonly (int Bucket, int Row)[] _kept; // In the order of the file.
    private readonly KeyedNumbers _rows;

    /// <exception cref="ArgumentException">A bucket is kept twice, or buckets were chosen to crowd.</exception>
    public PrunedGrams((int Bucket, int Row)[] kept)
    {
        _kept = kept;
        _rows = new KeyedNumbers(kept.Length);
        foreach (var (bucket, row) in kept)
        {
            if (RowOf(bucket) >= 0) throw new ArgumentException($"bucket {bucket} is kept twice", nameof(kept));
            if (!_rows.TryAdd((uint)bucket, row)) throw new ArgumentException($"the buckets around {bucket} are crowded", nameof(kept));
        }
    }

    /// <summary>How many n-grams were kept.</summary>
    public int Count => _kept.Length;

    /// <summary>Buckets and their rows, which count from the first row after the words.</summary>
    public ReadOnlySpan<(int Bucket, int Row)> Kept => _kept;

    /// <summary>The row of a bucket, counted from the first row after the words; −1 where it was not kept.</summary>
    public int RowOf(int bucket)
    {
        var step = 0;
        return _rows.Next((uint)bucket, ref step);
    }
}
