namespace Similarity;

/// <summary>
/// Whether a name is that of the outlet which published an article. Outlets are given as names ("Associated Press",
/// "CNN (Web News)") or as domains ("edition.cnn.com"), so letters and digits are compared and nothing else.
/// </summary>
internal static class OutletIdentity
{
    private const int Longest = 96;

    /// <summary>Shortest name whose beginning suffices, as "kptv" for "KPTV-KPDX Broadcasting".</summary>
    private const int ShortestBeginning = 4;

    public static bool IsNamed(ReadOnlySpan<byte> outlet, Agency agency)
    {
        if (outlet.IsEmpty) return false;
        Span<byte> utf8 = stackalloc byte[Longest];
        foreach (var alias in agency.Aliases)
        {
            if (!System.Text.Encoding.UTF8.TryGetBytes(alias.Text, utf8, out var length)) continue;
            if (alias.IsDomain ? IsDomain(outlet, utf8[..length]) : IsNamed(outlet, utf8[..length])) return true;
        }
        return false;
    }

    public static bool IsNamed(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> name)
    {
        Span<byte> squashedName = stackalloc byte[Longest];
        Span<byte> squashedPart = stackalloc byte[Longest];
        squashedName = squashedName[..Squash(name, squashedName)];
        if (squashedName.IsEmpty) return false;
        var isDomain = outlet.Contains((byte)'.') && !outlet.Contains((byte)' ');
        if (!isDomain)
        {
            var part = squashedPart[..Squash(outlet, squashedPart)];
            return part.SequenceEqual(squashedName) || (EndsWordOf(outlet, squashedName) && part.StartsWith(squashedName)) || IsBeginning(part, squashedName);
        }
        return AnyLabel(outlet, squashedName);
    }

    /// <summary>Whether a label of a domain is the name, or its longest label begins the name or begins with it.</summary>
    private static bool AnyLabel(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> name)
    {
        Span<byte> squashed = stackalloc byte[Longest];
        var longest = ReadOnlySpan<byte>.Empty;
        foreach (var range in domain.Split((byte)'.'))
        {
            var label = domain[range];
            if (squashed[..Squash(label, squashed)].SequenceEqual(name)) return true;
            if (label.Length > longest.Length) longest = label;
        }
        return IsBeginning(squashed[..Squash(longest, squashed)], name);
    }

    private static bool IsBeginning(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name) =>
        part.Length >= ShortestBeginning && name.Length >= ShortestBeginning && (name.StartsWith(part) || part.StartsWith(name));

    /// <summary>Whether a word of the outlet ends where as many letters as the name has are over: "AP Fact Check", but not "Apple Daily".</summary>
    private static bool EndsWordOf(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> name)
    {
        var letters = outlet.StartsWith("The "u8) ? -3 : 0;
        for (var at = 0; at < outlet.Length; at++)
        {
            if (CreditLetters.IsWord(outlet[at]) && ++letters == name.Length) return at + 1 == outlet.Length || !CreditLetters.IsWord(outlet[at + 1]);
        }
        return false;
    }

    private static bool IsDomain(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> domain) =>
        outlet.SequenceEqual(domain) || (outlet.EndsWith(domain) && outlet[^(domain.Length + 1)] == '.');

    /// <summary>Letters and digits in lower case, without a leading "the"; as many as fit.</summary>
    private static int Squash(ReadOnlySpan<byte> name, Span<byte> squashed)
    {
        if (name.StartsWith("The "u8) || name.StartsWith("the "u8)) name = name[4..];
        var length = 0;
        foreach (var value in name)
        {
            if (!CreditLetters.IsWord(value) || length == squashed.Length) continue;
            squashed[length++] = char.IsAsciiLetterUpper((char)value) ? (byte)(value | 0x20) : value;
        }
        return length;
    }
}
