namespace Similarity.Benchmarks;

/// <summary>Which parts of articles a run may see.</summary>
internal sealed record ArticleParts
{
    /// <summary>No bodies.</summary>
    public bool HeadlinesOnly { get; init; }

    /// <summary>Neither when nor by whom they were published.</summary>
    public bool WithoutDatesAndOutlets { get; init; }

    /// <summary>Leaves the other parts out.</summary>
    public void Apply(ArticleBuffer article)
    {
        if (HeadlinesOnly) article.Set(ArticleField.Body, ReadOnlySpan<byte>.Empty);
        if (!WithoutDatesAndOutlets) return;
        article.Set(ArticleField.Outlet, ReadOnlySpan<byte>.Empty);
        article.PublishedTicks = null;
    }
}
