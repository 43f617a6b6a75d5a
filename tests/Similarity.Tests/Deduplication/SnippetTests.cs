namespace Similarity.Tests;

/// <summary>Code that documentation shows, so that it keeps compiling and keeps telling the truth.</summary>
public sealed class SnippetTests
{
    [Fact]
    public void Articles_in_memory_are_grouped_in_a_few_lines()
    {
        const string Wire = "Engineers closed the lower bridge on Tuesday after finding a crack in the third pier, "
            + "and said that buses would take the long way round until the end of the month.";
        var lines = new List<string>();

        Article[] articles =
        [
            new("wire-1", Wire) { Outlet = "Wire", Published = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero) },
            new("post-7", "DUNMERE (Wire) - " + Wire) { Outlet = "The Dunmere Post", Published = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero) },
            new("post-8", "The brass band will play on Sunday, whatever the weather."),
        ];
        var result = Deduplication.Run(articles);
        foreach (var group in result.Groups)
        {
            foreach (var copy in group.Members)
            {
                lines.Add($"{articles[copy.Article].Id}: {copy.Kind} of {articles[copy.Other].Id}, resemblance {copy.Overlap.Resemblance:0.00}");
            }
        }

        Assert.Equal(["post-7: Reprint of wire-1, resemblance 0.93"], lines);
    }
}
