namespace Similarity;

/// <summary>The changes of a stream that nobody has taken yet.</summary>
/// <param name="articlesOf">Identifiers of the articles with a text.</param>
internal sealed class StoryLog(Func<int, IEnumerable<string>> articlesOf)
{
    private List<StoryChange> _changes = [];

    /// <summary>The number of the last change.</summary>
    public long Sequence { get; private set; }

    /// <summary>Notes a change that concerns all articles of some texts.</summary>
    public void Add(StoryChangeKind kind, string story, string? other, IEnumerable<int> texts) => AddArticles(kind, story, other, [.. texts.Order().SelectMany(articlesOf)]);

    /// <summary>Notes a change that concerns some articles.</summary>
    public void AddArticles(StoryChangeKind kind, string story, string? other, IReadOnlyList<string> articles) =>
        _changes.Add(new StoryChange(++Sequence, kind, story, other, articles));

    /// <summary>The changes since the last call.</summary>
    public IReadOnlyList<StoryChange> Take()
    {
        var taken = _changes;
        _changes = [];
        return taken;
    }
}
