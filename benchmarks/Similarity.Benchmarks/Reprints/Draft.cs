namespace Similarity.Benchmarks;

/// <summary>An article that is being edited.</summary>
internal sealed class Draft(string title, IEnumerable<string> paragraphs)
{
    public string Title { get; set; } = title;

    public List<string> Paragraphs { get; set; } = [.. paragraphs];

    /// <summary>Names of the edits that were made.</summary>
    public List<string> Edits { get; } = [];

    /// <summary>Share of the original's words that are still there, about.</summary>
    public double Surviving { get; set; } = 1;
}
