namespace Similarity;

/// <summary>What a stream knows of an article beside the terms of its text.</summary>
/// <param name="Id">The caller's identifier.</param>
/// <param name="Outlet">Who published it; <see langword="null"/> where unknown.</param>
/// <param name="Published">When, in UTC ticks; <see langword="null"/> where unknown.</param>
/// <param name="Content">Hash of its words.</param>
internal readonly record struct OnlineArticle(string Id, string? Outlet, long? Published, UInt128 Content)
{
    /// <summary>The identifier that a story which it begins is named after.</summary>
    public string NamedAfter { get; init; } = Id;

    /// <summary>The day of publication, as <see cref="StoryText.Day"/>.</summary>
    public int Day => Published is { } ticks ? (int)(ticks / TimeSpan.TicksPerDay) : -1;
}
