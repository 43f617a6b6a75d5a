namespace Similarity.Formats;

/// <summary>
/// The inputs that were named cannot be used as they stand: nothing is there, or the run would overwrite what it
/// reads. The message is one line for the person who named them, and says which one it is.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public InputException()
    {
    }

    /// <summary>Says in one line what is wrong with which input.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Says in one line what is wrong with which input, and what the machine said.</summary>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
