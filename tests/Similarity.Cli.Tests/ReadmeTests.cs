using Similarity.FastText;
using Similarity.Storage;
using Similarity.Tests;

namespace Similarity.Cli.Tests;

/// <summary>The README's C# compiles, because it stands here too, and does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task The_snippets_do_what_the_readme_says()
    {
        string[] words = ["dam", "river", "village", "water", "engineers", "residents", "mayor", "valley", "leak", "homes", "police", "night", "road", "school", "rain", "wall"];
        var wire = Enumerable.Range(0, 200).Select(i => $"{words[i * 7 % 16]}{(i % 3 == 0 ? $" {i}" : "")}").ToArray();
        var local = wire.Select((word, i) => i % 50 == 25 ? "flood" : word);
        var output = new StringWriter();
        await SnippetAsync(string.Join(' ', wire), string.Join(' ', local), output);
        Assert.StartsWith("local-7 is a Reprint of wire-1: ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("local-7: Copy Reprint wire-1", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("alike; 272 bytes to keep", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_snippets_are_those_in_the_readme()
    {
        var readme = File.ReadAllLines(Path.Combine(SharedData.Repository, "README.md"));
        var source = File.ReadAllLines(Path.Combine(SharedData.Repository, "tests", "Similarity.Cli.Tests", "ReadmeTests.cs"));
        var shown = Between(readme, "```csharp", "```");
        var compiled = Between(source, "// README", "// to here")
            .Select(line => (line.Length > 8 ? line[8..] : line).Replace("console.", "Console.", StringComparison.Ordinal).Replace("place[\"news.index\"]", "\"news.index\"", StringComparison.Ordinal));
        Assert.NotEmpty(shown);
        Assert.Equal(shown, compiled);
    }

    /// <summary>The lines of all stretches from one line to another.</summary>
    private static List<string> Between(string[] lines, string from, string to)
    {
        var between = new List<string>();
        var inside = false;
        foreach (var line in lines)
        {
            if (inside && line.Trim() == to) inside = false;
            else if (inside) between.Add(line);
            else inside = line.Trim() == from;
        }
        return between;
    }

    private static async Task SnippetAsync(string wireText, string localText, TextWriter console)
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
        foreach (TextLineage lineage in result.TraceLineage(articles))
        {
            console.WriteLine($"first {articles[lineage.Earliest].Id}, credited to {lineage.Origin ?? "nobody"}");
        }
        // to here

        // README
        StoryResult stories = StoryClustering.Run(articles);
        foreach (Story story in stories.Stories)
        {
            console.WriteLine($"{story.Articles.Count} articles about {string.Join(' ', story.Terms)}");
        }
        StoryResult incidents = stories.At(threshold: 0.14);
        // to here
        Assert.Equal([0, 1], Assert.Single(incidents.Stories).Articles);

        // README
        var online = new OnlineStories(new OnlineStoryOptions { KeepDays = 30 });
        foreach (Article article in articles)
        {
            StoryPlacement placed = online.Add(article);
            console.WriteLine($"{article.Id}: {placed.Story}{(placed.IsNew ? ", new" : $", near {placed.Nearest}")}");
        }
        foreach (StoryChange change in online.TakeChanges()) console.WriteLine($"{change.Sequence} {change.Kind} {change.Story} {change.Other}");
        // to here
        Assert.Equal(2, online.Count);

        using var place = new Workplace();
        // README
        using ArticleIndex index = ArticleIndex.Open(place["news.index"], new ArticleIndexOptions { KeepFor = TimeSpan.FromDays(30) });
        foreach (Article article in articles)
        {
            Verdict verdict = index.Add(article);
            console.WriteLine($"{verdict.Id}: {verdict.Standing} {verdict.Match?.Kind} {verdict.Match?.Other}");
        }
        foreach (IndexEvent change in index.EventsAfter(0)) console.WriteLine($"{change.Number}: {change.Kind} {change.Group}");
        // to here

        // README
        using FastTextModel model = GeneralModel.Load(); // or FastTextModel.Open("news.bin")
        var embedder = new ArticleEmbedder(model);
        var embedded = new EmbeddedArticles(embedder); // or new GeneratorEmbedder(anyGenerator, dimension: 384)
        await embedded.AddAsync(articles);
        console.WriteLine($"{embedded.CosineWith(0, embedded, 1):n2} by {embedded.Fingerprint}");
        // to here
        Assert.InRange(embedded.CosineWith(0, embedded, 1), 0.9, 1);

        // README
        var signer = new Signer(new SignatureSettings { BitsPerLane = 16 });
        Signature wire = signer.Sign(articles[0])!, local = signer.Sign(articles[1])!;
        console.WriteLine($"about {wire.EstimateResemblance(local):p0} alike; {wire.ToBytes().Length} bytes to keep");

        var table = new VectorTable(dimension: 3);
        foreach (float[] embedding in new float[][] { [0.1f, 0.9f, 0.2f], [0.1f, 0.8f, 0.3f], [0.9f, 0.1f, 0.1f] }) table.Add(embedding);
        CosinePair[] alike = CosineJoin.PairsAbove(table, threshold: 0.95, new CosineJoinOptions { Threads = 2 });
        CosineNeighbour[] nearest = CosineScan.Nearest(new QuantizedTable(table), [0.1f, 0.9f, 0.3f], k: 2);
        // to here
        Assert.Equal((0, 1), Assert.Single(alike.Select(pair => (pair.A, pair.B))));
        Assert.Equal([0, 1], nearest.Select(row => row.Row).Order());
    }
}
