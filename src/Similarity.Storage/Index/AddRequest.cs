using System.Runtime.ExceptionServices;

namespace Similarity.Storage;

/// <summary>Articles that a caller waits to have added. Whoever comes to write takes along those of all who wait.</summary>
internal sealed class AddRequest(PreparedArticle[] articles, bool replaces)
{
    private ExceptionDispatchInfo? _fault;

    public PreparedArticle[] Articles { get; } = articles;

    public bool Replaces { get; } = replaces;

    public Verdict[] Verdicts { get; } = new Verdict[articles.Length];

    public bool IsDone { get; private set; }

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
