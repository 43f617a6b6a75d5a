using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>The terms of one text with what they weigh and how often it has them, ten bytes a term in one piece of memory.</summary>
/// <param name="memory">The numbers of the terms, then the weights, then the counts, two in a place.</param>
internal readonly struct TermRow(int[] memory)
{
    /// <summary>Room for so many terms.</summary>
    public static TermRow Of(int terms) => new(new int[(terms * 2) + ((terms + 1) / 2)]);

    /// <summary>Whether there is none.</summary>
    public bool IsNone => memory is null;

    /// <summary>How many terms there are: five places hold two.</summary>
    public int Length => memory.Length * 2 / 5;

    /// <summary>The numbers of the terms, ascending.</summary>
    public Span<int> Terms => memory.AsSpan(0, Length);

    /// <summary>What they weigh.</summary>
    public Span<float> Weights => MemoryMarshal.Cast<int, float>(memory.AsSpan(Length, Length));

    /// <summary>How often the text has each, as <see cref="TermOccurrence.Packed"/>.</summary>
    public Span<ushort> Counts => MemoryMarshal.Cast<int, ushort>(memory.AsSpan(Length * 2))[..Length];
}
