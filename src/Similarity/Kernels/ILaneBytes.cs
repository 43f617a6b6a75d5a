namespace Similarity;

/// <summary>What counting equal lanes needs of a vector of bytes; see <see cref="IHashLanes{TVector}"/>.</summary>
internal interface ILaneBytes
{
    /// <summary>Bytes a vector.</summary>
    static abstract int Count { get; }

    /// <summary>How many lanes of <typeparamref name="TLane"/> are equal in the vectors that begin here.</summary>
    static abstract int CountEqual<TLane>(ref byte a, ref byte b)
        where TLane : unmanaged;
}
