namespace Similarity;

/// <summary>Numbers by chance that a seed decides (SplitMix64), alike on every machine.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class SeededNumbers(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mixing.Avalanche(seed + Step);

    /// <summary>A number from 0 to 1, 1 excluded.</summary>
    public double Next()
    {
        _state = unchecked(_state + Step);
        return (Mixing.Avalanche(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number from 0 to <paramref name="count"/> − 1.</summary>
    public long Below(long count) => Math.Min(count - 1, (long)(Next() * count));

    /// <summary>Puts items in an order by chance (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
