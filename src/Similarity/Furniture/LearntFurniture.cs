using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Similarity;

/// <summary>
/// What has been learnt of outlets: the lines that each puts on many pages. Immutable; can be written as a plain text, read
/// and edited by a person, and used again.
/// <code>
/// # outlet    articles    days    last seen    line
/// valleypost.example    14    11    2026-03-01    Sign up for our morning briefing.
/// valleypost.example    5    5    2026-03-01    ~ Gale warning for Skerrow: winds of 9 from the north
/// </code>
/// Fields are separated by tabs; a tab, line break or backslash within one is written <c>\t</c>, <c>\n</c>, <c>\\</c>. A line that begins with <c>~</c> is a pattern (<see cref="LearntLine.IsPattern"/>). To have a
/// line treated as text, delete it; to add one, write it with any numbers.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LearntFurniture
{
    private const string PatternMark = "~ ";
    private const string Heading = "# outlet\tarticles\tdays\tlast seen\tline";

    private readonly FrozenSet<ulong> _keys;
    private readonly FrozenSet<ulong> _outlets;

    private LearntFurniture(IReadOnlyList<LearntLine> lines)
    {
        Lines = lines;
        var words = new TokenBuffer(withOffsets: true);
        _keys = lines.Select(line => KeyOf(line, words)).ToFrozenSet();
        _outlets = lines.Select(line => UnitBatch.OutletKey(Encoding.UTF8.GetBytes(line.Outlet))).ToFrozenSet();
    }

    /// <summary>Nothing.</summary>
    public static LearntFurniture None { get; } = new([]);

    /// <summary>The lines, by outlet and then by how many articles have them.</summary>
    public IReadOnlyList<LearntLine> Lines { get; }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names it and says why.</exception>
    public static LearntFurniture Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<LearntLine>();
        foreach (var (number, content) in text.Split('\n').Index())
        {
            var line = content.TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            lines.Add(ParseLine(line, number + 1));
        }
        return None.With(lines);
    }

    /// <summary>These lines and <paramref name="others"/>; of a line that both have the higher counts remain.</summary>
    public LearntFurniture With(IEnumerable<LearntLine> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var words = new TokenBuffer(withOffsets: true);
        var merged = new Dictionary<ulong, LearntLine>();
        foreach (var line in Lines.Concat(others))
        {
            var key = KeyOf(line, words);
            merged[key] = merged.TryGetValue(key, out var known) ? known with
            {
                Articles = Math.Max(known.Articles, line.Articles),
                Days = Math.Max(known.Days, line.Days),
                LastSeen = known.LastSeen > line.LastSeen ? known.LastSeen : line.LastSeen ?? known.LastSeen,
            }
            : line;
        }
        return new LearntFurniture([.. merged.Values
            .OrderBy(line => line.Outlet, StringComparer.Ordinal)
            .ThenByDescending(line => line.Articles)
            .ThenBy(line => line.IsPattern)
            .ThenBy(line => line.Text, StringComparer.Ordinal)]);
    }

    /// <summary>The lines that were seen on or after a day; those without a day stay. What outlets no longer print is so forgotten.</summary>
    public LearntFurniture SeenSince(DateOnly day) => new([.. Lines.Where(line => line.LastSeen is null || line.LastSeen >= day)]);

    /// <summary>The lines as a plain text, for people and for <see cref="Parse"/>.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var line in Lines)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{Escape(line.Outlet)}\t{line.Articles}\t{line.Days}\t{line.LastSeen:yyyy-MM-dd}\t{(line.IsPattern ? PatternMark : "")}{Escape(line.Text)}\n");
        }
        return text.ToString();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    internal static ulong KeyOf(ulong outlet, ulong unit) => Mixing.Avalanche(outlet ^ ((unit << 31) | (unit >> 33)));

    /// <summary>Whether anything is known of an outlet.</summary>
    internal bool Knows(ulong outlet) => _outlets.Contains(outlet);

    internal bool Contains(ulong key) => _keys.Contains(key);

    private static ulong KeyOf(LearntLine line, TokenBuffer words)
    {
        var text = Encoding.UTF8.GetBytes(line.Text);
        words.Clear();
        Tokenizer.Tokenize(text, words);
        var hash = UnitHash.Of(text, words, 0, words.Count);
        return KeyOf(UnitBatch.OutletKey(Encoding.UTF8.GetBytes(line.Outlet)), line.IsPattern && hash.Skeleton != 0 ? hash.Skeleton : hash.Exact);
    }

    private static LearntLine ParseLine(string line, int number)
    {
        var fields = line.Split('\t', 5);
        if (fields.Length < 5) throw Fault($"has {fields.Length} fields; 5 are separated by tabs: outlet, articles, days, last seen, line");
        if (!int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var articles)) throw Fault($"articles: '{fields[1]}' is no number");
        if (!int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var days)) throw Fault($"days: '{fields[2]}' is no number");
        DateOnly? last = null;
        if (fields[3].Length > 0)
        {
            if (!DateOnly.TryParseExact(fields[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw Fault($"last seen: '{fields[3]}' is no day such as 2026-03-01");
            last = day;
        }
        var isPattern = fields[4].StartsWith(PatternMark, StringComparison.Ordinal);
        return new LearntLine(Unescape(fields[0]), Unescape(isPattern ? fields[4][PatternMark.Length..] : fields[4]), isPattern, articles, days, last);

        FormatException Fault(string reason) => new($"Line {number} of the learnt furniture {reason}.");
    }

    /// <summary>What would end a field or a line, or be taken for a mark at its beginning, follows a backslash.</summary>
    private static string Escape(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
        return escaped.StartsWith('#') || escaped.StartsWith('~') ? "\\" + escaped : escaped;
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            else if (text[i] != '\\' || i + 1 == text.Length)
            {
                _ = plain.Append(text[i]);
                continue;
            }
            _ = plain.Append(text[i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }
        return plain.ToString();
    }
}
