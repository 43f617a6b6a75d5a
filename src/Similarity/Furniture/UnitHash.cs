namespace Similarity;

/// <summary>
/// What a unit is recognised by. Its exact form is its words, with every number the same; its skeleton has every run of
/// capitalised words the same as well, so that pages which differ in a name or a figure have it in common.
/// </summary>
/// <param name="Exact">Hash of the exact form.</param>
/// <param name="Skeleton">Hash of the skeleton; 0 where too little is left to recognise it by, or nothing is different.</param>
internal readonly record struct UnitHash(ulong Exact, ulong Skeleton)
{
    private const ulong Number = 0x6A09E667F3BCC909;
    private const ulong Name = 0xBB67AE8584CAA73B;

    /// <summary>Least words of a skeleton that are neither numbers nor names.</summary>
    private const int LeastPlainWords = 4;

    /// <param name="text">The UTF-8 of the text.</param>
    /// <param name="words">Its words, with their places.</param>
    /// <param name="first">The unit's first word.</param>
    /// <param name="end">The word behind it.</param>
    public static UnitHash Of(ReadOnlySpan<byte> text, TokenBuffer words, int first, int end)
    {
        var starts = words.Starts[first..end];
        var hashes = words.Hashes[first..end];
        ulong exact = 0, skeleton = 0;
        var plain = 0;
        var (inName, hasName) = (false, false);
        for (var word = 0; word < starts.Length; word++)
        {
            var letter = text[starts[word]];
            var isNumber = char.IsAsciiDigit((char)letter);
            var value = isNumber ? Number : hashes[word];
            exact = Add(exact, value);
            // A sentence begins with a capital whatever its first word is.
            if (word > 0 && letter is >= (byte)'A' and <= (byte)'Z')
            {
                if (!inName) skeleton = Add(skeleton, Name);
                (inName, hasName) = (true, true);
                continue;
            }
            inName = false;
            skeleton = Add(skeleton, value);
            if (!isNumber) plain++;
        }
        return new UnitHash(Mixing.Avalanche(exact), hasName && plain >= LeastPlainWords ? Mixing.Avalanche(skeleton) : 0);
    }

    private static ulong Add(ulong hash, ulong value) => (hash + value) * 0x9E3779B97F4A7C15;
}
