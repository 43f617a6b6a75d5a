using System.Buffers;

namespace Similarity;

/// <summary>A piece of a <see cref="CuePattern"/>.</summary>
internal sealed class CueStep
{
    /// <summary>Shortest beginning that all alternatives have in common and that is looked for in their stead.</summary>
    private const int ShortestCommon = 4;

    private readonly bool[] _first = new bool[256];
    private readonly bool[] _second = new bool[256];
    private readonly bool[] _last = new bool[256];
    private readonly bool[] _lastButOne = new bool[256];
    private readonly SearchValues<byte> _firstBytes;
    private readonly byte[] _common;

    /// <summary>A piece of this kind, with the alternatives of <see cref="CueKind.Words"/>, none otherwise.</summary>
    public CueStep(CueKind kind, IEnumerable<byte[]> words)
    {
        (Kind, Words) = (kind, [.. words.OrderByDescending(word => word.Length)]);
        foreach (var word in Words.Where(word => word.Length > 0))
        {
            Mark(_first, word[0]);
            Mark(_last, word[^1]);
            Mark(_second, word.Length > 1 ? word[1] : null);
            Mark(_lastButOne, word.Length > 1 ? word[^2] : null);
        }
        _firstBytes = SearchValues.Create([.. Enumerable.Range(0, 256).Where(value => _first[value]).Select(value => (byte)value)]);
        _common = Words.Length == 0 ? [] : Words[0][..Words.Min(word => word.AsSpan().CommonPrefixLength(Words[0]))];
        IsOptional = Array.Exists(Words, word => word.Length == 0);
    }

    /// <summary>What it stands for.</summary>
    public CueKind Kind { get; }

    /// <summary>The alternatives, longest first.</summary>
    public byte[][] Words { get; }

    /// <summary>Whether it may be missing.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether it takes as much as the next piece leaves.</summary>
    public bool IsStretch => Kind is CueKind.Gap or CueKind.Capitals or CueKind.Place or CueKind.Codes or CueKind.Foreign;

    /// <summary>Whether an alternative may begin <paramref name="text"/>, by its first bytes.</summary>
    public bool MayBegin(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && _first[text[0]] && (text.Length == 1 || _second[text[1]]);

    /// <summary>Whether an alternative may end <paramref name="text"/>, by its last bytes.</summary>
    public bool MayEnd(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && _last[text[^1]] && (text.Length == 1 || _lastButOne[text[^2]]);

    /// <summary>Where in <paramref name="text"/> an alternative may begin first, or -1.</summary>
    public int FirstChance(ReadOnlySpan<byte> text) => _common.Length < ShortestCommon ? text.IndexOfAny(_firstBytes) : text.IndexOf(_common);

    /// <summary>Where in <paramref name="text"/> an alternative may begin last, or -1.</summary>
    public int LastChance(ReadOnlySpan<byte> text) => text.LastIndexOfAny(_firstBytes);

    /// <summary>Marks a byte in either case where that does not matter; every byte where there is none.</summary>
    private static void Mark(bool[] marks, byte? value)
    {
        if (value is not { } known)
        {
            Array.Fill(marks, true);
            return;
        }
        marks[known] = true;
        if (char.IsAsciiLetterLower((char)known)) marks[known & ~0x20] = true;
    }
}
