namespace Similarity.Cli;

/// <summary>A file that is written under another name and takes its own when it is complete; until then whatever was there stays.</summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;

    private ReplacedFile(string path)
    {
        _path = path;
        _temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write);
    }

    public FileStream Stream { get; }

    /// <exception cref="IOException">The file cannot be written there.</exception>
    public static ReplacedFile Create(string path)
    {
        if (Directory.Exists(path)) throw new IOException($"{path} is a folder; name a file.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}.");
        return new ReplacedFile(path);
    }

    public void Complete()
    {
        Stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_temporary);
    }
}
