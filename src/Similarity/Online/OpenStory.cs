namespace Similarity;

/// <summary>A story of a stream, to which articles may come.</summary>
/// <param name="name">What it is called.</param>
/// <param name="cluster">Its texts.</param>
internal sealed class OpenStory(string name, StoryCluster cluster)
{
    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>Its texts.</summary>
    public StoryCluster Cluster { get; set; } = cluster;

    /// <summary>How many texts it had when it was last taken apart to see whether it is one.</summary>
    public int TextsWhenChecked { get; set; } = cluster.Texts.Length;
}
