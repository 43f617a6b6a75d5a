using System.Runtime.ExceptionServices;

namespace Similarity.Storage;

/// <summary>Articles that a caller waits to have added. Whoever comes to write takes along those of all who wait.</summary>
internal sealed class AddRequest(IndexState state, PreparedArticle[] articles, bool replaces, long begun)
{
    private ExceptionDispatchInfo? _fault;

    /// <summary>The state of the index that the articles were prepared for.</summary>
    public IndexState State { get; private set; } = state;

    public PreparedArticle[] Articles { get; private set; } = articles;

    public bool Replaces { get; } = replaces;

    /// <summary>When preparing them was begun, as a timestamp of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public long Begun { get; } = begun;

    public Verdict[] Verdicts { get; } = new Verdict[articles.Length];

    public bool IsDone { get; private set; }

    /// <summary>Takes the articles as they are prepared for another state.</summary>
    public void Renew(IndexState state, PreparedArticle[] articles) => (State, Articles) = (state, articles);

    /// <summary>Adds the articles, and takes the verdicts.</summary>
    public void AddTo(IndexChange change, IndexInstruments instruments)
    {
        for (var i = 0; i < Articles.Length; i++)
        {
            Verdicts[i] = change.Add(Articles[i], Replaces);
            instruments.Placed(change.Candidates);
        }
    }

    /// <summary>Adds to the verdicts what stories the articles are in now.</summary>
    public void TellStories(IndexChange change)
    {
        for (var i = 0; i < Articles.Length; i++)
        {
            if (Verdicts[i].Standing != ArticleStanding.Rejected) Verdicts[i] = Verdicts[i] with { Story = change.StoryOf(Articles[i].Id) };
        }
    }

    public void Complete() => IsDone = true;

    public void Fail(Exception fault)
    {
        _fault = ExceptionDispatchInfo.Capture(fault);
        IsDone = true;
    }

    /// <summary>The verdicts, or what went wrong.</summary>
    public Verdict[] Result()
    {
        _fault?.Throw();
        return Verdicts;
    }
}
