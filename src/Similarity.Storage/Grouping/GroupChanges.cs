using System.Text;

namespace Similarity.Storage;

/// <summary>
/// What one transaction does to groups, as events: told from what texts belonged to before it and what they belong to after.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class GroupChanges
{
    private readonly List<IndexEvent> _events = [];
    private readonly Dictionary<int, (string Group, string Canonical)> _former = [];
    private readonly SortedDictionary<int, int?> _before = [];
    private readonly Dictionary<int, int> _superseded = [];

    /// <summary>Whether texts that were connected may not be any more, so that a group which seems unchanged may be part of a former one.</summary>
    public bool MaySplit { get; set; }

    /// <summary>The texts that were noted, by number.</summary>
    public IReadOnlyCollection<int> Noted => _before.Keys;

    /// <summary>Adds an event; it has no number yet.</summary>
    public void Add(IndexEvent change) => _events.Add(change);

    /// <summary>Notes the name of a group whose canonical is about to go or to be stood for by another article.</summary>
    public void NoteName(IndexRows rows, StoredText canonical)
    {
        if (!_former.ContainsKey(canonical.Number)) _former[canonical.Number] = Name(rows, canonical);
    }

    /// <summary>Notes what a text belongs to before that changes; the first note of a text counts.</summary>
    public void Note(int text, TextStanding? before) => _ = _before.TryAdd(text, before?.Canonical);

    /// <summary>Notes the article that stood for a text or group for which another text, or another article of that text, stands now; the last note of a text counts.</summary>
    public void NoteSuperseded(int canonical, int article) => _superseded[canonical] = article;

    /// <summary>The article whose place was taken by the one that stands for a text; <see langword="null"/> where it took none.</summary>
    public int? SupersededBy(int canonical) => _superseded.TryGetValue(canonical, out var article) ? article : null;

    /// <summary>Whether what some texts belong to changes, so that they are to be noted.</summary>
    public bool Matters(TextStanding?[] before, TextStanding?[] after) =>
        MaySplit || _former.Count > 0 || before.Zip(after).Any(text => text.First is { } was && was.Canonical != text.Second?.Canonical);

    /// <summary>The events of the transaction, of which <paramref name="rows"/> hold the outcome.</summary>
    public IReadOnlyList<IndexEvent> Complete(IndexRows rows)
    {
        var now = _before.Keys.Where(text => rows.Text(text) is not null).ToDictionary(text => text, text => rows.Standing(text)?.Canonical);
        var split = new HashSet<int>();
        foreach (var former in now.Where(text => _before[text.Key] is not null).GroupBy(text => _before[text.Key]!.Value, text => text.Value ?? ~text.Key).OrderBy(group => group.Key))
        {
            var parts = former.Distinct().ToList();
            if (parts.Count < 2) continue;
            _ = split.Add(former.Key);
            if (FormerName(rows, former.Key) is { } name) Add(new IndexEvent(0, IndexEventKind.GroupSplit, name.Group, name.Canonical, [.. parts.Where(part => part >= 0).Order().Select(part => Name(rows, rows.Text(part)!).Group)]));
        }
        foreach (var group in now.Where(text => text.Value is not null).GroupBy(text => text.Value!.Value, text => _before[text.Key]).OrderBy(group => group.Key))
        {
            var (name, formers) = (Name(rows, rows.Text(group.Key)!), group.OfType<int>().Distinct().Order().ToList());
            string[] names = [.. formers.Select(former => FormerName(rows, former)?.Group).OfType<string>()];
            if (formers.Count > 1) Add(new IndexEvent(0, IndexEventKind.GroupsMerged, name.Group, name.Canonical, names));
            else if (names.Length == 1 && names[0] != name.Group && !split.Contains(formers[0])) Add(new IndexEvent(0, IndexEventKind.CanonicalChanged, name.Group, name.Canonical, names));
        }
        return _events;
    }

    private (string Group, string Canonical)? FormerName(IndexRows rows, int text) =>
        _former.TryGetValue(text, out var known) ? known : rows.Text(text) is { } there ? Name(rows, there) : null;

    private static (string Group, string Canonical) Name(IndexRows rows, StoredText text) =>
        (rows.NameOf(text), Encoding.UTF8.GetString(ArticleRecord.IdOf(rows.Article(text.Article)!)));
}
