namespace Similarity;

/// <summary>What a kernel over floats needs of a vector; see <see cref="IHashLanes{TVector}"/>.</summary>
internal interface IFloatLanes<TVector>
    where TVector : struct
{
    /// <summary>Floats a vector.</summary>
    static abstract int Count { get; }

    static abstract TVector Create(float value);

    static abstract TVector Load(ref float source);

    static abstract void Store(TVector vector, ref float target);

    /// <summary>a·b + c, rounded once or twice.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    static abstract float Sum(TVector vector);

    /// <summary>A bit for each float that is <paramref name="limit"/> or more, the first one lowest.</summary>
    static abstract ulong AtLeast(TVector vector, TVector limit);
}
