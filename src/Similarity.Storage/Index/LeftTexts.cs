namespace Similarity.Storage;

/// <summary>The texts that removed ones have left behind in a transaction, until they are grouped anew.</summary>
/// <param name="rows">The transaction.</param>
/// <param name="placer">Who groups them.</param>
/// <param name="changes">Takes what becomes of them.</param>
internal sealed class LeftTexts(IndexRows rows, TextPlacer placer, GroupChanges changes)
{
    /// <summary>Members of a group that are measured anew when the text that stands for it is gone and they are too many to be grouped anew.</summary>
    private const int MostOrphans = 4096;

    private readonly SortedSet<int> _seeds = [];
    private readonly List<int> _headless = [];

    /// <summary>Notes a text that has to be grouped anew with all that it is connected with.</summary>
    public void Add(int text) => _ = _seeds.Add(text);

    /// <summary>Notes a text that is gone, and whether it stood for a group.</summary>
    public void NoteGone(int text, bool isCanonical)
    {
        _ = _seeds.Remove(text);
        if (isCanonical) _headless.Add(text);
    }

    /// <summary>Groups them anew.</summary>
    public void Regroup(PostingView postings, Spelling spelling)
    {
        if (_seeds.Count > 0) placer.Regroup(rows, postings, spelling, [.. _seeds], changes);
        _seeds.Clear();
        foreach (var canonical in _headless) ReleaseMembers(canonical, postings, spelling);
        _headless.Clear();
    }

    /// <summary>
    /// Of a group that is too large to be grouped anew, and whose canonical is gone: the members stand alone, and the last of them are
    /// measured against each other.
    /// </summary>
    private void ReleaseMembers(int canonical, PostingView postings, Spelling spelling)
    {
        var members = rows.Members(canonical).ToList();
        if (members.Count == 0) return;
        foreach (var member in members)
        {
            changes.Note(member, rows.Standing(member));
            rows.SetStanding(member, null);
        }
        placer.Regroup(rows, postings, spelling, [.. members.TakeLast(MostOrphans)], changes);
    }
}
