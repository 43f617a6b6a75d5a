namespace Similarity.Formats;

/// <summary>
/// The folder a run writes to. Files are written under temporary names and take their own only when all of them are
/// complete, so that a run which fails, is stopped or fills the disk leaves what was there before.
/// </summary>
internal sealed class ReportFolder : IDisposable
{
    /// <summary>The last file to get its name: where it is new, all are.</summary>
    public const string Summary = "summary.json";

    private readonly bool _isNew;
    private readonly List<(string Temporary, string Name)> _files = [];
    private readonly List<Stream> _streams = [];

    public ReportFolder(string path)
    {
        Path = path;
        _isNew = !Directory.Exists(path);
        _ = Directory.CreateDirectory(path);
    }

    public string Path { get; }

    /// <summary>A new file that will be called <paramref name="name"/>.</summary>
    public Stream Create(string name)
    {
        var temporary = System.IO.Path.Combine(Path, $".{name}.{Guid.NewGuid():n}.tmp");
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
        _files.Add((temporary, name));
        _streams.Add(stream);
        return stream;
    }

    /// <summary>Closes all files and gives them their names.</summary>
    /// <param name="stale">Names of files of an earlier run that are removed where this one has not written them.</param>
    /// <exception cref="IOException">One of the names is taken by a directory, or cannot be given.</exception>
    public void Commit(IEnumerable<string>? stale = null)
    {
        foreach (var stream in _streams) stream.Dispose();
        _streams.Clear();
        foreach (var (_, name) in _files)
        {
            var taken = System.IO.Path.Combine(Path, name);
            if (Directory.Exists(taken)) throw new IOException($"'{taken}' is a directory, where a result should go.");
        }
        foreach (var (temporary, name) in _files.OrderBy(file => file.Name == Summary))
        {
            File.Move(temporary, System.IO.Path.Combine(Path, name), overwrite: true);
        }
        var written = _files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        _files.Clear();
        foreach (var name in (stale ?? []).Where(name => !written.Contains(name)))
        {
            var path = System.IO.Path.Combine(Path, name);
            if (!Directory.Exists(path)) File.Delete(path);
        }
    }

    /// <summary>Deletes what was not committed, and the folder itself where it was made for nothing.</summary>
    public void Dispose()
    {
        foreach (var stream in _streams)
        {
            try
            {
                stream.Dispose();
            }
            catch (IOException)
            {
                // A full disk refuses the last buffer; the file is deleted anyway.
            }
        }
        foreach (var (temporary, _) in _files) File.Delete(temporary);
        _streams.Clear();
        _files.Clear();
        if (_isNew && !Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }
}
