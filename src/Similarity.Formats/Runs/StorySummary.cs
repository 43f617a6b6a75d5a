namespace Similarity.Formats;

/// <summary>The stories of a run in numbers.</summary>
public sealed record StorySummary
{
    /// <summary>Stories of two or more articles.</summary>
    public required int Stories { get; init; }

    /// <summary>Articles that are in one.</summary>
    public required int Articles { get; init; }

    /// <summary>Stories that more than one outlet tells.</summary>
    public required int OfSeveralOutlets { get; init; }

    /// <summary>Articles of the largest story; 0 without stories.</summary>
    public required int Largest { get; init; }

    /// <summary>Its share of all articles, 0 to 1. Far above what the news of the day explains, the threshold is too low.</summary>
    public required double LargestShare { get; init; }

    /// <summary>Least mean closeness of a story.</summary>
    public required double Threshold { get; init; }

    internal static StorySummary Of(StoryResult result)
    {
        var largest = result.Stories.Select(story => story.Articles.Count).DefaultIfEmpty().Max();
        return new StorySummary
        {
            Stories = result.Stories.Count,
            Articles = result.Stories.Sum(story => story.Articles.Count),
            OfSeveralOutlets = result.Stories.Count(story => story.Outlets > 1),
            Largest = largest,
            LargestShare = result.Articles.Count == 0 ? 0 : Math.Round((double)largest / result.Articles.Count, 4),
            Threshold = result.Options.Threshold,
        };
    }
}
