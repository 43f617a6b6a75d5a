namespace Similarity.Storage;

/// <summary>
/// Reads rows that belong together while others write: where some of them have gone in between, all are read again. What does not
/// fit together time after time is damage.
/// </summary>
internal static class ConsistentRead
{
    private const int MostTries = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>What <paramref name="read"/> gives of a state in which nothing is missing.</summary>
    /// <exception cref="InvalidDataException">The index is damaged.</exception>
    public static T Of<T>(Func<IndexState> state, Func<IndexState, T> read)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return read(state());
            }
            catch (InvalidDataException) when (tries < MostTries)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
