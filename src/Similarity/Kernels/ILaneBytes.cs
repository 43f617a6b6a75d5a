namespace Similarity;

/// <summary>What counting equal values needs of a vector of bytes; see <see cref="IHashLanes{TVector}"/>.</summary>
internal interface ILaneBytes
{
    /// <summary>Bytes a vector.</summary>
    static abstract int Count { get; }

    /// <summary>How many lanes of <typeparamref name="TLane"/> are equal in the vectors that begin here.</summary>
    static abstract int CountEqual<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged;

    /// <summary>How many of the lanes in the vector at <paramref name="b"/> are equal to any in that at <paramref name="a"/>.</summary>
    static abstract int CountShared<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged;
}
