using Microsoft.Extensions.FileSystemGlobbing;

namespace Similarity.Formats;

/// <summary>
/// A path with wildcards that no shell has expanded: <c>*</c> stands for any part of a name, <c>**</c> for any folders.
/// </summary>
internal sealed class InputPattern
{
    private readonly string[] _fixed;
    private readonly string[] _varying;

    public InputPattern(string pattern)
    {
        var parts = (OperatingSystem.IsWindows() ? pattern.Replace('\\', '/') : pattern).Split('/');
        var wild = Array.FindIndex(parts, part => part.Contains('*', StringComparison.Ordinal));
        _fixed = parts[..wild];
        _varying = parts[wild..];
    }

    /// <summary>The folder in front of the first wildcard; empty for the current one.</summary>
    public string Folder => _fixed is [""] ? "/" : string.Join('/', _fixed);

    public static bool IsPattern(string argument) => argument.Contains('*', StringComparison.Ordinal);

    /// <summary>The matching files, relative to <see cref="Folder"/>, in ordinal order.</summary>
    public List<string> Files()
    {
        var folder = Folder.Length == 0 ? "." : Folder;
        if (!Directory.Exists(folder)) return [];
        var depth = _varying.Contains("**") ? int.MaxValue : _varying.Length;
        var matcher = new Matcher(OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        matcher.AddInclude(string.Join('/', _varying));
        var matches = matcher.Match(InputFolder.Files(folder, depth)).Files.Select(match => match.Path).ToList();
        matches.Sort(StringComparer.Ordinal);
        return matches;
    }
}
