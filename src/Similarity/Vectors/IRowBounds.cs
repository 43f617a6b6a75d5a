namespace Similarity;

/// <summary>For the rows of a table an upper bound of their cosine with a query, cheap to compute: what a scan looks with.</summary>
internal interface IRowBounds
{
    /// <summary>Writes the bounds of the rows from <paramref name="first"/> on, one for each place in <paramref name="bounds"/>.</summary>
    void Compute(int first, Span<float> bounds);
}
