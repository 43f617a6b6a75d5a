using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Similarity;

/// <summary>
/// Tells whether a name of a table's agency begins at a place. Names are found by a hash of their first bytes, two of short
/// names and five of others; both looks together reject nearly every word.
/// </summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
internal sealed class AgencyNames
{
    /// <summary>Bytes that are hashed of a long name; names of fewer are short.</summary>
    private const int HashedBytes = 5;

    private readonly NameSlots _longNames;
    private readonly NameSlots _shortNames;

    public AgencyNames(AgencyTable table)
    {
        var names = NamesOf(table).DistinctBy(name => Convert.ToHexString(name.Utf8), StringComparer.Ordinal).ToList();
        _longNames = new NameSlots(names.Where(name => name.Utf8.Length >= HashedBytes), KeyOfLong);
        _shortNames = new NameSlots(names.Where(name => name.Utf8.Length < HashedBytes), KeyOfShort);
        SmallInitials = [.. names.Select(name => name.Utf8[0]).Where(first => char.IsAsciiLetterLower((char)first)).Distinct()];
    }

    /// <summary>The small letters that names begin with.</summary>
    public byte[] SmallInitials { get; }

    /// <summary>Whether a name may begin <paramref name="text"/>: true of few words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(ReadOnlySpan<byte> text) =>
        (text.Length >= HashedBytes && _longNames.MayHold(KeyOfLong(text))) || (text.Length > 1 && _shortNames.MayHold(KeyOfShort(text)));

    /// <summary>The longest name that begins at <paramref name="at"/>, where a word begins.</summary>
    public bool TryMatch(ReadOnlySpan<byte> text, int at, out AgencyMention mention)
    {
        mention = default;
        var rest = text[at..];
        if (!MayBegin(rest)) return false;
        var name = rest.Length < HashedBytes ? null : _longNames.Longest(rest, KeyOfLong(rest));
        name ??= _shortNames.Longest(rest, KeyOfShort(rest));
        if (name is null) return false;
        mention = new AgencyMention(name.Agency, at, at + name.Utf8.Length, name.IsAmbiguous);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOfLong(ReadOnlySpan<byte> text) => MemoryMarshal.Read<uint>(text) | ((ulong)text[HashedBytes - 1] << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong KeyOfShort(ReadOnlySpan<byte> text) => MemoryMarshal.Read<ushort>(text);

    private static IEnumerable<AgencyName> NamesOf(AgencyTable table)
    {
        foreach (var (index, agency) in table.Agencies.Index())
        {
            foreach (var alias in agency.Aliases.Where(alias => !alias.IsDomain && !IsFoundWithoutArticle(agency, alias)))
            {
                foreach (var text in (string[])[alias.Text, alias.Text.ToUpperInvariant()])
                {
                    yield return new AgencyName(Encoding.UTF8.GetBytes(text), index, alias.IsAmbiguous);
                }
            }
        }
    }

    /// <summary>Whether the name behind "The" is a name too, which is found in its stead.</summary>
    private static bool IsFoundWithoutArticle(Agency agency, AgencyAlias alias) =>
        alias.Text.StartsWith("The ", StringComparison.Ordinal) && agency.Aliases.Any(other => !other.IsAmbiguous && other.Text == alias.Text[4..]);
}
