using System.Buffers;
using System.Text;

namespace Similarity;

/// <summary>
/// Finds the names of a table's agencies. Names begin at a word start with one of few bytes, and a small hash of two bytes
/// rejects nearly all others; so looking costs about as much as looking for capitals.
/// </summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
internal sealed class AgencyNames
{
    private const int Slots = 4096;

    private readonly short[] _first = new short[Slots];
    private readonly Name[] _names;
    private readonly SearchValues<byte> _starts;

    public AgencyNames(AgencyTable table)
    {
        // The longest name that begins at a place is the one meant, and the first of a slot is tried first.
        _names = [.. NamesOf(table).DistinctBy(name => Convert.ToHexString(name.Utf8), StringComparer.Ordinal).OrderBy(name => SlotOf(name.Utf8)).ThenByDescending(name => name.Utf8.Length)];
        _starts = SearchValues.Create([.. _names.Select(name => name.Utf8[0]).Distinct()]);
        Array.Fill(_first, (short)-1);
        for (var index = _names.Length - 1; index >= 0; index--) _first[SlotOf(_names[index].Utf8)] = (short)index;
    }

    /// <summary>The next name at or behind <paramref name="from"/>.</summary>
    public bool TryFind(ReadOnlySpan<byte> text, int from, out AgencyMention mention)
    {
        for (var at = from; at < text.Length - 1;)
        {
            var next = text[at..].IndexOfAny(_starts);
            if (next < 0) break;
            at += next;
            if (at > 0 && CreditLetters.Continues(text, at))
            {
                at = CreditLetters.WordEnd(text, at);
                continue;
            }
            if (TryMatch(text, at, out mention)) return true;
            at++;
        }
        mention = default;
        return false;
    }

    /// <summary>The longest name that begins at <paramref name="at"/>.</summary>
    public bool TryMatch(ReadOnlySpan<byte> text, int at, out AgencyMention mention)
    {
        mention = default;
        if (at >= text.Length - 1) return false;
        var slot = SlotOf(text[at..]);
        for (var index = _first[slot]; index >= 0 && index < _names.Length && _names[index].Slot == slot; index++)
        {
            ref readonly var name = ref _names[index];
            if (!text[at..].StartsWith(name.Utf8) || !CreditLetters.EndsWord(text, at + name.Utf8.Length)) continue;
            mention = new AgencyMention(name.Agency, at, at + name.Utf8.Length, name.IsAmbiguous);
            return true;
        }
        return false;
    }

    private static int SlotOf(ReadOnlySpan<byte> text) => ((text[0] * 67) ^ (text[1] * 29)) & (Slots - 1);

    private static IEnumerable<Name> NamesOf(AgencyTable table)
    {
        foreach (var (index, agency) in table.Agencies.Index())
        {
            foreach (var alias in agency.Aliases.Where(alias => !alias.IsDomain))
            {
                foreach (var text in (string[])[alias.Text, alias.Text.ToUpperInvariant()])
                {
                    var utf8 = Encoding.UTF8.GetBytes(text);
                    yield return new Name(utf8, index, alias.IsAmbiguous, SlotOf(utf8));
                }
            }
        }
    }

    private readonly record struct Name(byte[] Utf8, int Agency, bool IsAmbiguous, int Slot);
}
