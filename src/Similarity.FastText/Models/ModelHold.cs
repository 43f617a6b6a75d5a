namespace Similarity.FastText;

/// <summary>Keeps memory of a model from being released while a call reads it; a hold costs some nanoseconds.</summary>
internal readonly ref struct ModelHold
{
    private readonly ModelMemory _first;
    private readonly ModelMemory? _second;

    /// <summary>Holds the memory of two matrices, often the same.</summary>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public ModelHold(ModelMemory first, ModelMemory second)
    {
        var isHeld = false;
        first.DangerousAddRef(ref isHeld);
        _first = first;
        if (ReferenceEquals(first, second)) return;
        try
        {
            second.DangerousAddRef(ref isHeld);
            _second = second;
        }
        catch
        {
            first.DangerousRelease();
            throw;
        }
    }

    public void Dispose()
    {
        _first.DangerousRelease();
        _second?.DangerousRelease();
    }
}
