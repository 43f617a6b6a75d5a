namespace Similarity;

/// <summary>A story of a stream, to which articles may come, as it is at one moment.</summary>
/// <param name="Number">What it is known by, which no other story has had.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Cluster">Its texts.</param>
internal sealed record OpenStory(int Number, string Name, StoryCluster Cluster)
{
    /// <summary>How many texts it had when it was last taken apart to see whether it is one.</summary>
    public int TextsWhenChecked { get; init; } = Cluster.Texts.Length;

    /// <summary>How many texts have been taken off the sums of its cluster since these were made.</summary>
    public int Taken { get; init; }

    /// <summary>The story with other texts.</summary>
    public OpenStory With(StoryCluster cluster) => this with { Cluster = cluster };

    /// <summary>The story with other texts, of which it is known that they are one.</summary>
    public OpenStory Checked(StoryCluster cluster) => this with { Cluster = cluster, TextsWhenChecked = cluster.Texts.Length, Taken = 0 };
}
