namespace Similarity;

/// <summary>
/// What a kernel over 64-bit hashes needs of a vector, so that it is written once and runs at every width. Each width
/// implements it; a test can run each on any machine.
/// </summary>
internal interface IHashLanes<TVector>
    where TVector : struct
{
    /// <summary>Hashes a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Create(ulong value);

    static abstract TVector Load(ref ulong source);

    static abstract void Store(TVector vector, ref ulong target);

    static abstract TVector Add(TVector a, TVector b);

    /// <summary>The low halves of the products.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>The smaller of each two, unsigned.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>Each value xor itself shifted to the right.</summary>
    static abstract TVector XorShift(TVector vector, int bits);
}
