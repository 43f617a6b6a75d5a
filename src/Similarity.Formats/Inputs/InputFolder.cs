namespace Similarity.Formats;

/// <summary>Finds the files below a folder that a person would expect to be read.</summary>
internal static class InputFolder
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    /// <summary>
    /// Paths relative to <paramref name="folder"/>, with forward slashes, in ordinal order. Hidden files and folders
    /// are left out, and so are links to folders, which could lead round in circles. A <paramref name="depth"/> of 1 looks
    /// at the folder itself only.
    /// </summary>
    public static List<string> Files(string folder, int depth)
    {
        var files = new List<string>();
        var open = new Stack<(DirectoryInfo Folder, string Prefix, int Depth)>();
        open.Push((new DirectoryInfo(folder), "", depth));
        while (open.TryPop(out var current))
        {
            foreach (var entry in current.Folder.EnumerateFileSystemInfos("*", Everything))
            {
                // A name that is not UTF-8 comes back as one that does not exist, with every attribute set. It is listed, so
                // that opening it fails by name instead of the file missing without a word.
                if (entry.Name.StartsWith('.') || (entry.Exists && entry.Attributes.HasFlag(FileAttributes.Hidden))) continue;
                var path = current.Prefix + entry.Name;
                if (entry is not DirectoryInfo inner) files.Add(path);
                else if (current.Depth > 1 && inner.LinkTarget is null) open.Push((inner, path + "/", current.Depth - 1));
            }
        }
        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
