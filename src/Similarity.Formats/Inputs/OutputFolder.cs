namespace Similarity.Formats;

/// <summary>Where the run will write, so that it neither reads what an earlier run wrote there nor overwrites what it reads.</summary>
internal sealed class OutputFolder(string? path)
{
    /// <summary>Names, without extension, of the tables that a run writes in one format or another.</summary>
    public static readonly IReadOnlyList<string> TableNames = ["removed", "groups", "stories", "furniture", "lineage", "memberships", "rejects"];

    /// <summary>Names, without extension, of the files that a run writes.</summary>
    public static readonly IReadOnlyList<string> ReportNames = ["kept", .. TableNames, "summary"];

    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string? _path = path is null ? null : FullPath(path);

    /// <summary>
    /// The one name of the file or folder at <paramref name="path"/>: links are followed wherever in the path they stand,
    /// so that no two names of a place look like two places. What does not exist yet keeps its name.
    /// </summary>
    public static string FullPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null) return full;
        var here = Path.Combine(FullPath(parent), Path.GetFileName(full));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return entry.Exists && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? FullPath(target.FullName) : here;
    }

    /// <summary>Whether it is the folder <paramref name="fullPath"/> itself.</summary>
    public bool Is(string fullPath) => string.Equals(fullPath, _path, PathComparison);

    /// <summary>Whether it lies below the folder <paramref name="fullPath"/>.</summary>
    public bool IsInside(string fullPath) => _path is not null && IsBelow(_path, fullPath);

    /// <summary>Whether the file <paramref name="fullPath"/> lies in it, at any depth.</summary>
    public bool Holds(string fullPath) => _path is not null && IsBelow(fullPath, _path);

    /// <summary>Whether a report of the run could have the path <paramref name="fullPath"/>.</summary>
    public bool WouldOverwrite(string fullPath) =>
        _path is not null
        && string.Equals(Path.GetDirectoryName(fullPath), _path, PathComparison)
        && ReportNames.Contains(Path.GetFileName(fullPath).Split('.')[0], StringComparer.OrdinalIgnoreCase);

    private static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length
        && path.StartsWith(folder, PathComparison)
        && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
