namespace Similarity.Tests;

/// <summary>The README's C# compiles, because it stands here too, and does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_snippet_finds_the_reprint()
    {
        var wireText = string.Join(' ', InventedArticles.Words(1, 200));
        var localText = string.Join(' ', InventedArticles.Edit(InventedArticles.Words(1, 200), 50, 2));
        var output = new StringWriter();
        Snippet(wireText, localText, output);
        Assert.StartsWith("local-7 is a Reprint of wire-1: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_snippet_is_the_one_in_the_readme()
    {
        var readme = File.ReadAllLines(Path.Combine(SharedData.Repository, "README.md"));
        var shown = readme.SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```").ToList();
        var source = File.ReadAllLines(Path.Combine(SharedData.Repository, "tests", "Similarity.Tests", "ReadmeTests.cs"));
        var compiled = source.SkipWhile(line => line.Trim() != "// README").Skip(1)
            .TakeWhile(line => line.Trim() != "// to here")
            .Select(line => (line.Length > 8 ? line[8..] : line).Replace("console.", "Console.", StringComparison.Ordinal));
        Assert.NotEmpty(shown);
        Assert.Equal(shown, compiled);
    }

    private static void Snippet(string wireText, string localText, TextWriter console)
    {
        // README
        Article[] articles =
        [
            new("wire-1", wireText) { Outlet = "Northwire", Published = DateTimeOffset.Parse("2026-02-25T06:40Z") },
            new("local-7", localText) { Outlet = "Valley Post", Title = "Villages emptied as dam leaks" },
        ];
        DeduplicationResult result = Deduplication.Run(articles, new DeduplicationOptions { Keep = KeepOrder.Earliest });
        foreach (TextGroup group in result.Groups)
        {
            foreach (Match match in group.Members)
            {
                console.WriteLine($"{articles[match.Article].Id} is a {match.Kind} of {articles[match.Other].Id}: {match.Overlap.Resemblance:p0} alike");
            }
        }
        // to here
    }
}
