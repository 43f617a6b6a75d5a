namespace Similarity;

/// <summary>When texts of a stream may leave, and when all are arranged anew: by how many have come.</summary>
internal sealed class StreamSchedule(OnlineStoryOptions options)
{
    /// <summary>Articles between two moments at which texts may leave, at most.</summary>
    private const int MostBetween = 64;

    private int _arranged;
    private int _texts;

    /// <summary>Articles that have come since texts could leave.</summary>
    public int Articles { get; private set; }

    /// <summary>Notes an article that has come.</summary>
    public void NoteArticle() => Articles++;

    /// <summary>Notes that it has brought a text.</summary>
    public void NoteText() => _texts++;

    /// <summary>
    /// Whether texts may leave now, or when so many more have come: among many only now and then, so that those which come between may be measured together.
    /// </summary>
    public bool LetsGo(int present, int more = 0) => Articles + more >= Math.Clamp((present + more) / MostBetween, 1, MostBetween);

    /// <summary>Whether all are to be arranged anew now, or when so many more have come.</summary>
    public bool Arranges(int present, int more = 0) => present + more <= options.RearrangeUpTo && _texts + more >= Math.Max(1, _arranged * options.RearrangeAfter);

    /// <summary>Notes that texts could leave.</summary>
    public void NoteLeft() => Articles = 0;

    /// <summary>Notes that all were arranged, or were when the stream was last open.</summary>
    public void NoteArranged(int present) => (_arranged, _texts) = (present, 0);

    /// <summary>Notes how many are left of those that were arranged, at most.</summary>
    public void NotePresent(int present) => _arranged = Math.Min(_arranged, present);
}
