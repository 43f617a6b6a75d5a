namespace Similarity.Benchmarks;

/// <summary>A cleaned real article.</summary>
internal sealed record SourceText(string Title, List<string> Paragraphs)
{
    public int Words { get; } = Paragraphs.Sum(Edits.CountWords);
}
