namespace Similarity.Storage;

/// <summary>A copy of an index in a directory of its own, which is there whole or not at all.</summary>
internal static class IndexSnapshot
{
    /// <summary>Has a directory that does not exist written.</summary>
    /// <exception cref="IOException">It exists, or cannot be written; nothing is left of it then.</exception>
    public static void Write(string directory, Action write)
    {
        if (Path.Exists(directory)) throw new IOException($"{directory} exists already.");
        _ = Directory.CreateDirectory(directory);
        try
        {
            write();
        }
        catch
        {
            Directory.Delete(directory, recursive: true);
            throw;
        }
    }
}
