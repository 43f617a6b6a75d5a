namespace Similarity.Cli;

/// <summary>
/// A file that is written under another name and takes its own when it is complete; until then whatever was there stays. A link
/// is followed. What is there and has no content, such as a device, a pipe or an empty file, is written to in its place.
/// </summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporary;

    private ReplacedFile(string path, string? temporary, FileMode mode)
    {
        (_path, _temporary) = (path, temporary);
        Stream = new FileStream(temporary ?? path, mode, FileAccess.Write);
    }

    public FileStream Stream { get; }

    /// <exception cref="IOException">The file cannot be written there.</exception>
    public static ReplacedFile Create(string path)
    {
        if (Directory.Exists(path)) throw new IOException($"{path} is a folder; name a file.");
        var given = new FileInfo(Path.GetFullPath(path));
        var target = given.LinkTarget is null ? given.FullName : given.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var folder = Path.GetDirectoryName(target);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}.");
        var file = new FileInfo(target);
        if (!file.Exists) return new ReplacedFile(target, Temporary(target), FileMode.CreateNew);
        if (file.IsReadOnly) throw new UnauthorizedAccessException($"{path} is read-only.");
        return file.Length == 0 ? new ReplacedFile(target, temporary: null, FileMode.Open) : new ReplacedFile(target, Temporary(target), FileMode.CreateNew);
    }

    public void Complete()
    {
        Stream.Dispose();
        if (_temporary is not null) File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (_temporary is not null) File.Delete(_temporary);
    }

    private static string Temporary(string path) => $"{path}.{Guid.NewGuid():n}.tmp";
}
