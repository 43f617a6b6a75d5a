using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>A set of pairs of bytes: the first two of words, by which nearly all words are told apart from a few.</summary>
internal sealed class BytePairs
{
    private const int BitsOfWord = 64;

    private readonly ulong[] _bits = new ulong[65536 / BitsOfWord];

    /// <summary>Adds the first two bytes of <paramref name="text"/>.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var pair = PairOf(text);
        _bits[pair / BitsOfWord] |= 1UL << pair;
    }

    /// <summary>Whether the two bytes that <paramref name="text"/> begins with are a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begins(ReadOnlySpan<byte> text)
    {
        var pair = PairOf(text);
        return (_bits[pair / BitsOfWord] & (1UL << pair)) != 0;
    }

    private static int PairOf(ReadOnlySpan<byte> text) => (text[1] << 8) | text[0];
}
