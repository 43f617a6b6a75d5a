namespace Similarity.Formats.Tests;

/// <summary>Does something when a run first reports a stage, on the thread that reports it.</summary>
internal sealed class OnProgress(BatchStage stage, Action action) : IProgress<BatchProgress>
{
    private bool _done;

    public void Report(BatchProgress value)
    {
        if (_done || value.Stage != stage) return;
        _done = true;
        action();
    }
}
