namespace Similarity.Cli;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Item">What <paramref name="Items"/> counts, in the singular.</param>
/// <param name="Items">Items a call.</param>
/// <param name="Bytes">Bytes a call reads, 0 where they say nothing.</param>
/// <param name="MultiplyAdds">Multiplications with an addition a call, 0 where they say nothing.</param>
/// <param name="Work">One call; the result is of no interest, but keeps the work from being left out.</param>
/// <param name="Check">Whether the kernel agrees with its specification on the very data that it is measured on.</param>
internal sealed record BenchCase(string Name, string Item, long Items, long Bytes, long MultiplyAdds, Func<long> Work, Func<bool> Check)
{
    /// <summary>Threads that work; the limit is that of so many cores.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether memory or arithmetic could be what bounds it.</summary>
    public bool HasLimit { get; init; } = true;
}
