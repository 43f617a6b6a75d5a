namespace Similarity.Benchmarks;

/// <summary>SplitMix64, started from what it is for, so that one article's choices never depend on another's.</summary>
internal struct CorpusRandom(ulong seed, int number, ulong purpose)
{
    private ulong _state = Mixing.Avalanche(Mixing.Avalanche(seed + (purpose << 32)) + (ulong)number);

    public ulong Next() => Mixing.Avalanche(_state += 0x9E3779B97F4A7C15);

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));
}
