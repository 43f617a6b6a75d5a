namespace Similarity;

/// <summary>A random part of the texts of a run, whole text groups at a time.</summary>
/// <param name="texts">All texts.</param>
/// <param name="share">Which share of them takes part, about; 0 to 1.</param>
/// <param name="seed">Another seed, another part.</param>
internal sealed class TextSubset(IReadOnlyList<StoryText> texts, double share, ulong seed)
{
    private readonly ulong _most = (ulong)(share * (1UL << 53));

    /// <summary>Whether a text takes part.</summary>
    public bool Holds(int text)
    {
        var unit = texts[text].Group is var group && group >= 0 ? (1L << 40) + group : text;
        return Mixing.Avalanche(unchecked(Mixing.Avalanche(seed + 1) + (ulong)unit)) >> 11 < _most;
    }
}
