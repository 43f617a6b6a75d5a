using System.Collections.Frozen;
using System.Globalization;

namespace Similarity;

/// <summary>
/// The agencies that credits are looked for. A plain text, so that a user can add those of his country:
/// <code>
/// # Comment
/// [agencies]
/// Deutsche Presse-Agentur = dpa | DPA | dpa.com
/// Associated Press = The Associated Press | (AP)
/// [press releases]
/// PR Newswire = PRNewswire
/// </code>
/// An alias in parentheses is ambiguous (see <see cref="AgencyAlias.IsAmbiguous"/>). The canonical name is an alias unless it is
/// listed in parentheses. Names are matched in the case given and in capitals; "The" before a name needs no alias.
/// </summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed class AgencyTable
{
    private readonly FrozenDictionary<string, Agency> _byName;

    private AgencyTable(IEnumerable<Agency> agencies)
    {
        Agencies = [.. agencies];
        _byName = Agencies.ToFrozenDictionary(agency => agency.Name, StringComparer.Ordinal);
    }

    /// <summary>The main agencies of the world in the main languages.</summary>
    public static AgencyTable Default { get; } = Parse(DefaultAgencies.Text);

    /// <summary>Every agency, in the order of the text.</summary>
    public IReadOnlyList<Agency> Agencies { get; }

    /// <summary>The agency of this canonical name, or <see langword="null"/>.</summary>
    public Agency? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A line is none of the above; the message names the line and the reason.</exception>
    public static AgencyTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var agencies = new Dictionary<string, Agency>(StringComparer.Ordinal);
        var isRelease = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var content = line.Split('#', 2)[0].Trim();
            if (content.Length == 0) continue;
            if (content[0] == '[')
            {
                isRelease = IsReleaseSection(content, index + 1);
                continue;
            }
            var agency = ParseAgency(content, isRelease, index + 1);
            if (!agencies.TryAdd(agency.Name, agency)) throw Fault(index + 1, $"'{agency.Name}' has a line already");
        }
        return new AgencyTable(agencies.Values);
    }

    /// <summary>
    /// This table and <paramref name="other"/>: an agency of both has the aliases of both, and what <paramref name="other"/>
    /// says of an alias counts.
    /// </summary>
    public AgencyTable With(AgencyTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var kept = Agencies.Where(agency => other.Find(agency.Name) is null);
        var added = other.Agencies.Select(agency => Find(agency.Name) is { } known
            ? agency with { Aliases = [.. agency.Aliases.Concat(known.Aliases).DistinctBy(alias => alias.Text, StringComparer.Ordinal)] }
            : agency);
        return new AgencyTable(kept.Concat(added));
    }

    private static bool IsReleaseSection(string content, int line) => content switch
    {
        "[agencies]" => false,
        "[press releases]" => true,
        _ => throw Fault(line, $"'{content}' is no section; sections are [agencies] and [press releases]"),
    };

    private static Agency ParseAgency(string content, bool isRelease, int line)
    {
        var parts = content.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2) throw Fault(line, "an agency is written 'Canonical name = alias | alias'");
        if (parts[0].Length == 0) throw Fault(line, "the canonical name is missing");
        var aliases = parts[1].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(alias => ParseAlias(alias, line)).ToList();
        if (!aliases.Exists(alias => alias.Text == parts[0])) aliases.Insert(0, ParseAlias(parts[0], line));
        return new Agency(parts[0], isRelease) { Aliases = aliases };
    }

    private static AgencyAlias ParseAlias(string text, int line)
    {
        var isAmbiguous = text.StartsWith('(') && text.EndsWith(')');
        var name = isAmbiguous ? text[1..^1].Trim() : text;
        if (name.Length < 2) throw Fault(line, $"alias '{text}' is shorter than two characters");
        if (!char.IsLetter(name[0])) throw Fault(line, $"alias '{text}' does not begin with a letter");
        return new AgencyAlias(name, isAmbiguous);
    }

    private static FormatException Fault(int line, string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the agency table: {reason}."));
}
