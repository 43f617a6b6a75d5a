namespace Similarity.Storage;

/// <summary>An index was made by another version, or with other options, than it is to be used with.</summary>
public sealed class IndexMismatchException : IOException
{
    /// <summary>Says what differs.</summary>
    /// <param name="name">Of what.</param>
    /// <param name="found">What the index has.</param>
    /// <param name="expected">What was asked for.</param>
    public IndexMismatchException(string name, string found, string expected)
        : base($"The index was made with {name} {found}; {expected} was asked for. Open it with what it was made with, or make another from its articles (export, import).")
    {
    }
}
