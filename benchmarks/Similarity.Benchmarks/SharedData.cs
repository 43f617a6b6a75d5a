namespace Similarity.Benchmarks;

/// <summary>Finds the repository, and the labelled articles that live beside it and never in it.</summary>
internal static class SharedData
{
    /// <summary>The repository's own folder.</summary>
    public static string Repository { get; } =
        Path.GetDirectoryName(FindUpwards("Similarity.sln"))
        ?? throw new InvalidOperationException("The benchmarks run from inside the repository.");

    /// <summary>The folder of shared articles; <see langword="null"/> where there is none.</summary>
    public static string? Folder { get; } = FindUpwards("shared/data");

    /// <summary>Raw articles to resample from; <see langword="null"/> where there are none.</summary>
    public static string? RawArticles { get; } = FindUpwards("shared/data/raw/allsides-12500.jsonl.gz");

    /// <summary>The folder that <c>--data</c> names, or that of shared articles.</summary>
    public static string Require(Arguments arguments) =>
        arguments.Text("--data") ?? Folder ?? throw new IOException("There are no labelled articles here; name their folder with --data.");

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
