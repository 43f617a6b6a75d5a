namespace Similarity.Storage;

/// <summary>
/// What happens to groups within one transaction, as events: told from what texts belonged to before and after each time
/// that they are grouped.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class GroupChanges
{
    private readonly List<IndexEvent> _events = [];
    private readonly Dictionary<int, (string Group, string Canonical)> _former = [];

    /// <summary>The events so far; they have no numbers yet.</summary>
    public IReadOnlyList<IndexEvent> Events => _events;

    /// <summary>Texts that were placed where too many are connected to be grouped anew.</summary>
    public int Crowded { get; set; }

    /// <summary>Adds an event.</summary>
    public void Add(IndexEvent change) => _events.Add(change);

    /// <summary>Notes the name of a group whose canonical is about to go or to be stood for by another article.</summary>
    public void NoteName(IndexRows rows, StoredText canonical) => _former[canonical.Number] = Name(rows, canonical);

    /// <summary>Compares what some texts belonged to with what they belong to now.</summary>
    public void Note(IndexRows rows, int[] texts, TextStanding?[] before, Dictionary<int, TextStanding?> after)
    {
        var split = new Dictionary<int, HashSet<int>>();
        var joined = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < texts.Length; i++)
        {
            var now = after[texts[i]]?.Canonical ?? texts[i];
            if (before[i] is { } was) _ = Of(split, was.Canonical).Add(now);
            if (after[texts[i]] is not null) Join(Of(joined, now), before[i]?.Canonical);
        }
        foreach (var (former, now) in split.Where(group => group.Value.Count > 1).OrderBy(group => group.Key))
        {
            if (NameOf(rows, former) is { } name) _events.Add(new IndexEvent(0, IndexEventKind.GroupSplit, name.Group, name.Canonical, [.. now.Where(text => after.GetValueOrDefault(text) is not null).Order().Select(text => NameOf(rows, text)!.Value.Group)]));
        }
        foreach (var (now, formers) in joined.OrderBy(group => group.Key))
        {
            if (NameOf(rows, now) is not { } name) continue;
            string[] names = [.. formers.Where(former => former != now || formers.Count > 1 || _former.ContainsKey(former)).Order().Select(former => FormerName(rows, former)).OfType<string>()];
            if (formers.Count > 1) _events.Add(new IndexEvent(0, IndexEventKind.GroupsMerged, name.Group, name.Canonical, names));
            else if (names.Length == 1 && names[0] != name.Group) _events.Add(new IndexEvent(0, IndexEventKind.CanonicalChanged, name.Group, name.Canonical, names));
        }
    }

    private string? FormerName(IndexRows rows, int text) => _former.TryGetValue(text, out var known) ? known.Group : NameOf(rows, text)?.Group;

    private (string Group, string Canonical)? NameOf(IndexRows rows, int text) =>
        rows.Text(text) is { } there ? Name(rows, there) : _former.TryGetValue(text, out var known) ? known : null;

    private static (string Group, string Canonical) Name(IndexRows rows, StoredText text) =>
        (rows.NameOf(text), System.Text.Encoding.UTF8.GetString(ArticleRecord.IdOf(rows.Article(text.Article)!)));

    private static void Join(HashSet<int> set, int? former)
    {
        if (former is { } group) _ = set.Add(group);
    }

    private static HashSet<int> Of(Dictionary<int, HashSet<int>> sets, int key)
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = [];
        return set;
    }
}
