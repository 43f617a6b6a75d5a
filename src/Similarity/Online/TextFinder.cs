namespace Similarity;

/// <summary>What one thread measures and finds the texts of a stream with.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class TextFinder
{
    private readonly EarlierPostings _postings;
    private readonly CandidateSearcher _searcher;
    private readonly List<StoryEdge> _found = [];

    public TextFinder(StoryMeasure measure, GrowingPostings postings, LayeredPostings? layer, double floor)
    {
        _postings = new EarlierPostings(postings);
        // What a layer adds comes one by one.
        _searcher = new CandidateSearcher(measure, layer is null ? _postings : layer, floor);
    }

    public Neighbourhood.Scratch Scratch { get; } = new();

    /// <summary>The texts before <paramref name="end"/> that are close to a text.</summary>
    public StoryEdge[] Find(int text, int end)
    {
        _found.Clear();
        _postings.End = end;
        _searcher.Search(text, _found);
        return [.. _found];
    }
}
