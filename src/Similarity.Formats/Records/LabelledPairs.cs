using System.Text.Json;

namespace Similarity.Formats;

/// <summary>
/// A file of pairs that a person has labelled: for each a line that begins with <c>same</c>, <c>different</c>, <c>unsure</c> (or their first letters) or
/// <c>?</c>, lines for the reader's eye, and a line with a JSON object of <c>a</c>, <c>b</c> and, where the pair was drawn, <c>stratum</c>,
/// <c>pairs</c> and <c>weight</c>; pairs without these count alike. Lines after <c>#</c> and indented ones are ignored.
/// </summary>
public sealed class LabelledPairs
{
    private readonly List<LabelledPair> _pairs = [];
    private readonly List<Reject> _faults = [];
    private readonly Dictionary<(string, string), PairLabel> _labelOf = [];
    private readonly string _path;

    private LabelledPairs(string path) => _path = path;

    /// <summary>The pairs, those without a label among them.</summary>
    public IReadOnlyList<LabelledPair> All => _pairs;

    /// <summary>What was wrong with lines; their pairs were left out.</summary>
    public IReadOnlyList<Reject> Faults => _faults;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">There is none, or no pair in it.</exception>
    public static LabelledPairs Read(string path)
    {
        if (!File.Exists(path)) throw new InputException($"there is no file of pairs {path}");
        var read = new LabelledPairs(path);
        var label = (Text: "?", Line: 0L);
        var number = 0L;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            // Titles are indented, so that none of them is taken for a label.
            if (string.IsNullOrWhiteSpace(line) || line[0] is '#' or ' ' or '\t') continue;
            if (line[0] != '{')
            {
                label = (line.Trim(), number);
                continue;
            }
            read.Add(line, number, label.Text, label.Line);
            label = ("?", number);
        }
        if (read._pairs.Count == 0) throw new InputException($"{path} holds no pair{(read._faults.Count == 0 ? "; similarity sample writes such a file" : $"; line {read._faults[0].Line}: {read._faults[0].Reason}")}");
        return read;
    }

    private void Add(string record, long line, string text, long labelLine)
    {
        if (LabelOf(text) is not { } label)
        {
            Fault(labelLine, "label", $"'{text}' is none of same, different, unsure, ?");
            return;
        }
        try
        {
            using var json = JsonDocument.Parse(record);
            var pair = json.RootElement;
            if (TextOf(pair, "a") is not { } a) Fault(line, "a", "is missing");
            else if (TextOf(pair, "b") is not { } b) Fault(line, "b", "is missing");
            else if (NumberOf(pair, "weight", 1) is not (>= 1e-6 and <= 1e12) and var weight) Fault(line, "weight", FormattableString.Invariant($"is {weight}; a number from 0.000001 to 1e12 is expected"));
            else if (a == b) Fault(line, "b", $"'{b}' is the same article as a");
            else if (!IsNew(a, b, label, out var known)) Fault(line, "a", $"the pair has the label {known.ToString().ToLowerInvariant()} already");
            else if (NumberOf(pair, "pairs", 0) is not (>= 0 and < 1e18) and var count) Fault(line, "pairs", FormattableString.Invariant($"is {count}; a count is expected"));
            else if (NumberOf(pair, "stratum", -1) is not (>= -1 and < 1e6) and var stratum) Fault(line, "stratum", FormattableString.Invariant($"is {stratum}; a number from 0 on is expected"));
            else _pairs.Add(new LabelledPair(a, b, label, (int)NumberOf(pair, "stratum", -1), (long)NumberOf(pair, "pairs", 0), NumberOf(pair, "weight", 1)));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            Fault(line, null, broken.Message);
        }
    }

    /// <summary>Whether a pair has not been read yet, in either order; the first label counts.</summary>
    private bool IsNew(string a, string b, PairLabel label, out PairLabel known)
    {
        var pair = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        known = label;
        if (_labelOf.TryAdd(pair, label)) return true;
        known = _labelOf[pair];
        return false;
    }

    private static PairLabel? LabelOf(string text) => text.ToLowerInvariant() switch
    {
        "?" => PairLabel.Open,
        "same" or "s" => PairLabel.Same,
        "different" or "d" => PairLabel.Different,
        "unsure" or "u" => PairLabel.Unsure,
        _ => null,
    };

    private static string? TextOf(JsonElement pair, string name) =>
        pair.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    /// <summary>NaN for what is no number.</summary>
    private static double NumberOf(JsonElement pair, string name, double missing) =>
        !pair.TryGetProperty(name, out var value) ? missing : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : double.NaN;

    private void Fault(long line, string? field, string reason) => _faults.Add(new Reject(_path, line, field, reason, RejectOutcome.Rejected));
}
