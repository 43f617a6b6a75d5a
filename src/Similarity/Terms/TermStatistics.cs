namespace Similarity;

/// <summary>What is known of a term across the texts of a run.</summary>
internal struct TermStatistics
{
    /// <summary>How many texts have it.</summary>
    public int Texts;

    /// <summary>In how many of them it is a name or a number.</summary>
    public int Names;

    /// <summary>Where the word that stands for it is kept.</summary>
    public long Word;

    /// <summary>How many bytes that has; 0 for none.</summary>
    public int WordLength;

    /// <summary>Whether it is mostly a name or a number.</summary>
    public readonly bool IsName => Names * 2 > Texts;
}
