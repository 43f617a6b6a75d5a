namespace Similarity;

/// <summary>Counts the pairs of all threads, so that a threshold that is too low ends in an error and not in the machine's last memory.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class PairBudget(long most)
{
    private long _spent;

    public void Spend()
    {
        if (Interlocked.Increment(ref _spent) > most)
        {
            throw new InvalidOperationException($"More than {most} pairs reach the threshold ({nameof(CosineJoinOptions.MaxPairs)}): raise the one or the other.");
        }
    }
}
