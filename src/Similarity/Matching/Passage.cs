namespace Similarity;

/// <summary>A passage that two texts, A and B, have in common, edits inside it aside.</summary>
/// <param name="StartA">Number of its first word in A, from 0.</param>
/// <param name="WordsA">Words from its first to its last in A, at least 1.</param>
/// <param name="StartB">Number of its first word in B, from 0.</param>
/// <param name="WordsB">Words from its first to its last in B, at least 1.</param>
/// <param name="Shared">Words of it that the two share, spelling and exchanged figures aside; never more than either has.</param>
/// <param name="Exchanged">Of those, words exchanged for unlike ones.</param>
/// <param name="Respelt">Of those, words that are the same but for spelling.</param>
public readonly record struct Passage(int StartA, int WordsA, int StartB, int WordsB, int Shared, int Exchanged, int Respelt)
{
    /// <summary>Number of the word behind it in A.</summary>
    public int EndA => StartA + WordsA;

    /// <summary>Number of the word behind it in B.</summary>
    public int EndB => StartB + WordsB;
}
