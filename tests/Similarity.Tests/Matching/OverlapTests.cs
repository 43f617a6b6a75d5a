namespace Similarity.Tests;

public sealed class OverlapTests
{
    [Fact]
    public void The_measures_follow_from_the_counts()
    {
        var overlap = new Overlap(Shared: 30, CountA: 40, CountB: 120);
        Assert.Equal(30.0 / 130, overlap.Resemblance);
        Assert.Equal(0.75, overlap.ContainmentOfA);
        Assert.Equal(0.25, overlap.ContainmentOfB);
        Assert.Equal(0.75, overlap.Containment);
        Assert.Equal(new Overlap(30, 120, 40), overlap.Reversed());
    }
}
