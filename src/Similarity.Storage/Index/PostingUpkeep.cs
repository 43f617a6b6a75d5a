using Microsoft.Extensions.Logging;

namespace Similarity.Storage;

/// <summary>
/// What is done to postings beside whoever adds: the texts that arrived last become a segment, and segments are merged. What is cut short is
/// done when the index has been opened again.
/// </summary>
/// <remarks>Whoever writes begins it, alone; anybody waits.</remarks>
/// <param name="logger">Is told of merges.</param>
/// <param name="write">Does something as whoever writes.</param>
/// <param name="fail">Takes the reason why something could not be written.</param>
internal sealed class PostingUpkeep(ILogger logger, Action<Action> write, Action<Exception> fail) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private volatile Task _sealing = Task.CompletedTask;
    private volatile Task _merging = Task.CompletedTask;

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle => _sealing.IsCompleted && _merging.IsCompleted;

    /// <summary>Begins what is due.</summary>
    public void Begin(PostingIndex postings)
    {
        if (postings.IsFull)
        {
            postings.Freeze();
            _sealing = Task.Run(() => Guarded(() => Seal(postings)));
        }
        if (_merging.IsCompleted && postings.DueForMerge() is { Length: > 0 } due) _merging = Task.Run(() => Guarded(() => Merge(postings, due)));
    }

    /// <summary>Waits for what is under way.</summary>
    public void Wait(CancellationToken cancellation = default) => Task.WaitAll([_sealing, _merging], cancellation);

    /// <summary>Stops what is under way.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        Wait();
        _closing.Dispose();
    }

    private void Seal(PostingIndex postings)
    {
        using var activity = IndexInstruments.Activities.StartActivity("index.seal");
        var segment = postings.WriteFrozen(_closing.Token);
        write(() => postings.Add(segment));
    }

    private void Merge(PostingIndex postings, PostingSegment[] due)
    {
        using var activity = IndexInstruments.Activities.StartActivity("index.merge");
        var merged = postings.Merge(due, _closing.Token);
        write(() => postings.Replace(merged));
        IndexLog.Merged(logger, due.Length);
    }

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            fail(fault);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
        {
            // The index is being closed.
        }
    }
}
