namespace Similarity.Tests;

/// <summary>
/// Labelled articles that live beside the repository, never in it. A test that needs them is skipped, and counted
/// as skipped, where they are absent.
/// </summary>
internal static class SharedData
{
    private static readonly string? Root = FindUpwards("shared/data");

    /// <summary>The repository's own files.</summary>
    public static string Repository { get; } =
        Path.GetDirectoryName(FindUpwards("Similarity.sln"))
        ?? throw new InvalidOperationException("The tests run from inside the repository.");

    /// <summary>The full path of a shared file, or a skipped test.</summary>
    public static string Require(string relative)
    {
        Assert.SkipWhen(Root is null, "The labelled articles are not on this machine.");
        return Path.Combine(Root!, relative);
    }

    private static string? FindUpwards(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (Path.Exists(path)) return path;
        }
        return null;
    }
}
