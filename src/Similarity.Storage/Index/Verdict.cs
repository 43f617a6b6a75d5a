namespace Similarity.Storage;

/// <summary>What an index says of an article: whether it has been seen before, whose copy it is, and the evidence.</summary>
public sealed record Verdict
{
    /// <summary>The article's identifier; derived from its content where it had none.</summary>
    public required string Id { get; init; }

    /// <summary>How it stands to the others.</summary>
    public required ArticleStanding Standing { get; init; }

    /// <summary>Whether an article of this identifier with this text was there already, so that nothing was added.</summary>
    public bool IsKnown { get; init; }

    /// <summary>
    /// Of a copy, the match with the article that is kept in its place; of a related one, with another of its group; of one that
    /// <see cref="Supersedes"/> another, with that, unless that one matches another of the group only; otherwise <see langword="null"/>.
    /// </summary>
    public ArticleMatch? Match { get; init; }

    /// <summary>Name of its text group: made of the canonical's identifier and text, as a run names it. <see langword="null"/> where it stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>Identifier of the article that stands for the group; <see langword="null"/> where it stands alone.</summary>
    public string? Canonical { get; init; }

    /// <summary>
    /// Identifier of the article that stood for its text or group before it was added, and does not because this one is preferred; of several groups that it makes one, the most
    /// preferred. Only of verdicts of what is added just now, or would be; <see langword="null"/> otherwise.
    /// </summary>
    public string? Supersedes { get; init; }

    /// <summary>
    /// Name of its story: the articles that tell the same event, this one alone or with others (<see cref="ArticleIndex.StoryOf"/>). A copy is in the story
    /// of what it copies; one that is too old for others to join stays in its own; of one that was only asked about, the story that it would be put into
    /// or begin. <see langword="null"/> of an article without a word. Stories change, which is told by events (<see cref="IndexEventKind.StoriesMerged"/>, <see cref="IndexEventKind.StorySplit"/>).
    /// </summary>
    public string? Story { get; init; }

    /// <summary>Why it was rejected; <see langword="null"/> where it was not.</summary>
    public string? Reason { get; init; }
}
