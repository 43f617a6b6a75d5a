namespace Similarity;

/// <summary>For each term the texts that have it among their heaviest, by their places in time, ascending.</summary>
/// <param name="most">By how many terms at most a text is found.</param>
internal abstract class HeavyPostings(int most)
{
    /// <summary>By how many terms at most a text is found.</summary>
    public int Most => most;

    /// <summary>The first place that any text has.</summary>
    public virtual int First => 0;

    /// <summary>The text at a place.</summary>
    public abstract int TextAt(int place);

    /// <summary>How many texts have the term among their heaviest.</summary>
    public abstract int CountOf(int term);

    /// <summary>
    /// Who has the term, as far as the text at <paramref name="place"/> is to meet them: the <paramref name="nearest"/> nearest to it at most.
    /// </summary>
    public abstract (ReadOnlyMemory<int> Places, ReadOnlyMemory<float> Weights) Of(int term, int place, int nearest);
}
