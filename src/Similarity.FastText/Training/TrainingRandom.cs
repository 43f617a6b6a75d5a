namespace Similarity.FastText;

/// <summary>
/// Random numbers by SplitMix64 (Steele, Lea and Flood 2014): the state advances by an odd constant and is mixed. The same numbers for the
/// same seed everywhere.
/// </summary>
internal struct TrainingRandom(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += Step;
        return Mix(_state);
    }

    /// <summary>From 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)(uint)count) >> 32);

    /// <summary>From 0 to below 1.</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>The mixing alone: a number that depends on all bits of <paramref name="value"/>.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
