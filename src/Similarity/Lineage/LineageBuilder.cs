using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Traces the text of one group through its members:
/// <code>
/// order: whose outlet others credit, then the earliest, then who has most of the text, then input order
/// each member after the first: its source is the earlier member that has most of its words
/// edits: from the passages that the two share, and what lies outside them
/// originality: its words that stand in no passage which it shares with an earlier member
/// </code>
/// </summary>
/// <remarks>
/// Not thread-safe: one builder a thread. Of a large group the first members are traced, and each is compared with a bounded
/// number of others.
/// </remarks>
internal sealed class LineageBuilder(ArticleTable table, IArticleTexts texts, FeatureOptions options, AgencyTable agencies)
{
    /// <summary>Earlier members that a member is compared with.</summary>
    private const int MostSources = 8;

    /// <summary>Members that are traced; of a text that was carried more often than that the first say where it comes from.</summary>
    private const int MostMembers = 500;

    private const int MostRooms = 32;

    /// <summary>A version holds at least this part of the shorter of the two.</summary>
    private const double LeastOfVersion = 0.5;

    private readonly ComparedText _compared = new(options);
    private readonly CreditFinder _credits = new(agencies);
    private readonly TokenBuffer _tokens = new();
    private readonly ArticleBuffer _buffer = new();
    private readonly PassageAligner _aligner = new();
    private readonly List<Passage> _passages = [];
    private readonly List<PreparedText> _rooms = [];
    private bool[] _known = [];

    /// <summary>The lineage of a group.</summary>
    public TextLineage Trace(TextGroup group)
    {
        var members = Earliest(group).Select((article, place) => Read(article, RoomAt(place))).ToList();
        foreach (var credited in members) credited.IsCredited = members.Exists(other => other.Outlet != credited.Outlet && other.Credits.Exists(credited.IsNamedBy));
        members.Sort(Compare);

        var traced = new List<LineageMember>(members.Count);
        for (var i = 0; i < members.Count; i++) traced.Add(TraceMember(members, i));
        var earliest = members.MinBy(member => (member.Published, member.Article))!.Article;
        var origin = OriginOf(members);
        return new TextLineage(group.Id, earliest, origin?.Name, origin is null ? null : members.Find(member => member.IsNamedBy(origin))?.Article, traced);
    }

    /// <summary>The canonical and the members that were published first.</summary>
    private IEnumerable<int> Earliest(TextGroup group)
    {
        var articles = group.Members.Select(member => member.Article);
        if (group.Members.Count >= MostMembers) articles = articles.OrderBy(article => table[article].Published).ThenBy(article => article).Take(MostMembers - 1);
        return articles.Prepend(group.Canonical);
    }

    /// <summary>Room for the text of a member; that of the first few is used again for the next group.</summary>
    private PreparedText RoomAt(int place)
    {
        if (place >= MostRooms) return new PreparedText();
        if (place == _rooms.Count) _rooms.Add(new PreparedText());
        return _rooms[place];
    }

    private LineageText Read(int article, PreparedText room)
    {
        var outlet = table[article].Outlet;
        var text = new LineageText(article, table[article], outlet < 0 ? "" : table.Outlets[outlet], room);
        texts.Read(article, _buffer);
        text.Read(_buffer, _compared, table.FurnitureOf(article), _credits, _tokens);
        return text;
    }

    private static int Compare(LineageText a, LineageText b) =>
        a.IsCredited != b.IsCredited ? b.IsCredited.CompareTo(a.IsCredited)
        : a.Published != b.Published ? a.Published.CompareTo(b.Published)
        : a.Words != b.Words ? b.Words.CompareTo(a.Words)
        : a.Article.CompareTo(b.Article);

    private LineageMember TraceMember(List<LineageText> members, int place)
    {
        var member = members[place];
        if (_known.Length < member.Words) _known = new bool[member.Words];
        var known = _known.AsSpan(0, member.Words);
        known.Clear();
        LineageText? source = null;
        var most = default(Overlap);
        for (var i = 0; i < Math.Min(place, MostSources); i++)
        {
            var overlap = member.Text.OverlapWith(members[i].Text, _aligner, out var passages);
            foreach (var passage in passages) known.Slice(passage.StartA, passage.WordsA).Fill(true);
            if (overlap.Shared <= most.Shared) continue;
            (source, most) = (members[i], overlap);
            _passages.Clear();
            _passages.AddRange(passages);
        }
        // What a brief text shares is known as a number only.
        var original = member.Words == 0 ? 0 : 1 - (double)Math.Max(known.Count(true), most.Passages == 0 ? most.Shared : 0) / member.Words;
        if (source is null) return new LineageMember(member.Article, null, EditKinds.Verbatim, original, LineageBasis.None, member.Credits, null);

        var isVersion = member.Outlet.Length > 0 && member.Outlet == source.Outlet && most.Containment >= LeastOfVersion;
        var edits = EditTrace.Of(member, source, most, CollectionsMarshal.AsSpan(_passages));
        return new LineageMember(member.Article, source.Article, edits, Math.Max(original, 0), BasisOf(source, member), member.Credits, isVersion ? source.Article : null);
    }

    private static LineageBasis BasisOf(LineageText source, LineageText copy) =>
        copy.Credits.Exists(source.IsNamedBy) ? LineageBasis.Credit
        : source.Published < copy.Published ? LineageBasis.Time
        : source.IsCredited && !copy.IsCredited ? LineageBasis.Credit
        : source.Words > copy.Words ? LineageBasis.Containment
        : LineageBasis.None;

    /// <summary>What most members credit, other than their own outlet; of two the one credited with more confidence.</summary>
    private static NamedCredit? OriginOf(List<LineageText> members) => members
        .SelectMany(member => member.Credits.Where(credit => !credit.Credit.IsOwn).DistinctBy(credit => credit.Name, StringComparer.Ordinal))
        .GroupBy(credit => credit.Name, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .ThenByDescending(group => group.Max(credit => credit.Credit.Confidence))
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.First();
}
