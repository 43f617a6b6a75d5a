namespace Similarity;

/// <summary>Of texts that come one after another those before a place, though others are there already.</summary>
/// <remarks>Not thread-safe; several over one may be used at the same time while that does not change.</remarks>
internal sealed class EarlierPostings(GrowingPostings all) : HeavyPostings(all.Most)
{
    /// <summary>The place behind the last.</summary>
    public int End { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    public override int First => all.First;

    /// <inheritdoc/>
    public override int TextAt(int place) => all.TextAt(place);

    /// <inheritdoc/>
    public override int CountOf(int term) => all.CountOf(term, End);

    /// <inheritdoc/>
    public override (ReadOnlyMemory<int> Places, ReadOnlyMemory<float> Weights) Of(int term, int place, int nearest) => all.Of(term, place, nearest, End);
}
