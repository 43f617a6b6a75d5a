namespace Similarity;

/// <summary>A term of one text.</summary>
/// <param name="Term">Its <see cref="TermHash"/>.</param>
/// <param name="Count">How often the text has it, title included; at most <see cref="MaxCount"/>.</param>
/// <param name="IsName">Whether most occurrences are capitalised, or it is a number.</param>
internal readonly record struct TermOccurrence(uint Term, int Count, bool IsName)
{
    /// <summary>Text in which a word occurs more often is no news.</summary>
    public const int MaxCount = 0x7FFF;

    private const ushort NameBit = 0x8000;

    /// <summary>Count and kind in two bytes.</summary>
    public ushort Packed => (ushort)(Math.Min(Count, MaxCount) | (IsName ? NameBit : 0));

    /// <summary>From what <see cref="Packed"/> gave.</summary>
    public static TermOccurrence Unpack(uint term, ushort packed) => new(term, packed & MaxCount, (packed & NameBit) != 0);
}
