using System.Text;

namespace Similarity;

/// <summary>
/// Whether a name is that of the outlet which published an article. Outlets are given as names ("Associated Press",
/// "CNN (Web News)", "Fox Online News") or as domains ("edition.cnn.com"), so letters and digits are compared and nothing else.
/// </summary>
internal static class OutletIdentity
{
    private const int Longest = 96;

    /// <summary>Shortest name whose beginning suffices, as "kptv" for "KPTV-KPDX Broadcasting".</summary>
    private const int ShortestBeginning = 4;

    /// <summary>Whether <paramref name="agency"/>, or <paramref name="name"/> where it is none of the table, published <paramref name="article"/>.</summary>
    public static bool IsOutletOf(ArticleBuffer article, Agency? agency, ReadOnlySpan<byte> name)
    {
        var host = HostOf(article.Get(ArticleField.Url));
        return agency is null
            ? IsNamed(article.Outlet, name) || IsNamed(host, name)
            : IsNamed(article.Outlet, agency) || IsNamed(host, agency);
    }

    /// <summary>Whether <paramref name="agency"/> published it, by any of its names.</summary>
    public static bool IsNamed(ReadOnlySpan<byte> outlet, Agency agency)
    {
        if (outlet.IsEmpty) return false;
        Span<byte> utf8 = stackalloc byte[Longest];
        for (var index = 0; index < agency.Aliases.Count; index++)
        {
            var alias = agency.Aliases[index];
            if (!Encoding.UTF8.TryGetBytes(alias.Text, utf8, out var length)) continue;
            if (alias.IsDomain ? IsWithin(outlet, utf8[..length]) : IsNamed(outlet, utf8[..length])) return true;
        }
        return false;
    }

    /// <summary>Whether <paramref name="name"/> published it.</summary>
    public static bool IsNamed(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> name)
    {
        Span<byte> squashed = stackalloc byte[Longest];
        squashed = squashed[..Squash(name, squashed)];
        if (squashed.IsEmpty || outlet.IsEmpty) return false;
        var isDomain = outlet.Contains((byte)'.') && !outlet.Contains((byte)' ');
        return isDomain ? AnyLabel(outlet, squashed) : IsName(outlet, name, squashed);
    }

    /// <summary>"edition.cnn.com" of "https://edition.cnn.com:443/politics"; empty where there is none.</summary>
    private static ReadOnlySpan<byte> HostOf(ReadOnlySpan<byte> url)
    {
        var start = url.IndexOf("://"u8);
        if (start < 0) return [];
        var host = url[(start + 3)..];
        var end = host.IndexOfAny("/:?#"u8);
        return end < 0 ? host : host[..end];
    }

    private static bool IsName(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> name, ReadOnlySpan<byte> squashedName)
    {
        Span<byte> squashed = stackalloc byte[Longest];
        squashed = squashed[..Squash(outlet, squashed)];
        return squashed.SequenceEqual(squashedName) || IsBeginning(squashed, squashedName) || HasEachWord(outlet, name);
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

    /// <summary>Whether each word of the name is one of the outlet: "Fox News" of "Fox Online News", "AP" of "AP Fact Check".</summary>
    private static bool HasEachWord(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> name)
    {
        for (var at = 0; at < name.Length;)
        {
            var end = WordEnd(name, at);
            if (end > at && !HasWord(outlet, name[at..end])) return false;
            at = end + 1;
        }
        return true;
    }

    private static bool HasWord(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> word)
    {
        for (var at = 0; at < outlet.Length;)
        {
            var end = WordEnd(outlet, at);
            if (Ascii.EqualsIgnoreCase(outlet[at..end], word) || outlet[at..end].SequenceEqual(word)) return true;
            at = end + 1;
        }
        return false;
    }

    private static int WordEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && CreditLetters.IsWord(text[at])) at++;
        return at;
    }

    private static bool IsWithin(ReadOnlySpan<byte> outlet, ReadOnlySpan<byte> domain) =>
        outlet.SequenceEqual(domain) || (outlet.EndsWith(domain) && outlet[^(domain.Length + 1)] == '.');

    /// <summary>Letters and digits in lower case, without a leading "the"; as many as fit.</summary>
    private static int Squash(ReadOnlySpan<byte> name, Span<byte> squashed)
    {
        if (CueWords.Begins(name, "the "u8)) name = name[4..];
        var length = 0;
        foreach (var value in name)
        {
            if (!CreditLetters.IsWord(value) || length == squashed.Length) continue;
            squashed[length++] = char.IsAsciiLetterUpper((char)value) ? (byte)(value | 0x20) : value;
        }
        return length;
    }
}
