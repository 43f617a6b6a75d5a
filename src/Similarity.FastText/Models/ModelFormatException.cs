namespace Similarity.FastText;

/// <summary>A file of a model or of vectors is damaged, truncated, or none; the message says what is wrong, and where.</summary>
public sealed class ModelFormatException : IOException
{
    /// <summary>Says what is wrong at a byte of the file.</summary>
    /// <param name="offset">The byte, from 0.</param>
    /// <param name="what">What is wrong, as a clause.</param>
    /// <param name="cause">What it follows from.</param>
    public ModelFormatException(long offset, string what, Exception? cause = null)
        : base($"At byte {offset}: {what}.", cause) => Offset = offset;

    /// <summary>Something is wrong.</summary>
    public ModelFormatException()
    {
    }

    /// <summary>Says what is wrong.</summary>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and what it follows from.</summary>
    public ModelFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The byte of the file, from 0, where the value stands that cannot be.</summary>
    public long Offset { get; }
}
