namespace Similarity.Storage;

/// <summary>The moment of an index that whoever reads is shown.</summary>
/// <remarks>Thread-safe: one shows, any number take.</remarks>
internal sealed class ShownMoment(IndexMoment first) : IDisposable
{
    private IndexMoment? _moment = first;

    /// <summary>The moment, which whoever takes it disposes of.</summary>
    public IndexMoment Take()
    {
        while (true)
        {
            var moment = Volatile.Read(ref _moment) ?? throw new ObjectDisposedException(nameof(ArticleIndex));
            // One that was let go between the two has been followed by another.
            if (moment.TryUse()) return moment;
        }
    }

    /// <summary>Shows a later moment.</summary>
    public void Show(IndexMoment next)
    {
        var before = _moment;
        Volatile.Write(ref _moment, next);
        before?.Dispose();
    }

    public void Dispose() => Interlocked.Exchange(ref _moment, null)?.Dispose();
}
