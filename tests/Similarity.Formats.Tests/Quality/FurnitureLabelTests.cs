using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Similarity.Tests;

namespace Similarity.Formats.Tests;

/// <summary>
/// Furniture that was labelled by hand in real articles: ids, offsets and hashes are in the repository, the articles beside it.
/// Captions, credit lines and what was left unsure do not count.
/// </summary>
public class FurnitureLabelTests
{
    private static readonly string Labels = Path.Combine(SharedData.Repository, "tests", "labels", "furniture.jsonl");

    [Fact]
    public async Task Nearly_all_words_of_stories_stay_and_nearly_all_words_of_furniture_go()
    {
        var labels = File.ReadLines(Labels).Select(line => JsonNode.Parse(line)!).ToDictionary(label => (string)label["id"]!, StringComparer.Ordinal);
        var counts = new Counts();
        Count(await SharedArticles.ReadAsync("stories/ecbplus-topics-01-22.jsonl", "stories/giveme5w1h.jsonl", "stories/gun-violence-dev.jsonl"), labels, counts);
        Count(await SharedArticles.ReadAsync("raw/allsides-12500.jsonl.gz"), labels, counts);

        Assert.Equal(labels.Count, counts.Articles);
        var (kept, gone) = (1 - ((double)counts.StoryGone / counts.Story), (double)counts.FurnitureGone / counts.Furniture);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{counts.Articles} articles: of {counts.Story} words of stories {kept:p2} stay, of {counts.Furniture} words of furniture {gone:p2} go"));
        Assert.InRange(kept, 0.99, 1);
        Assert.InRange(gone, 0.95, 1);
    }

    private static void Count(IReadOnlyList<Article> articles, Dictionary<string, JsonNode> labels, Counts counts)
    {
        var result = Deduplication.Run(articles, new DeduplicationOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        var words = new TokenBuffer(withOffsets: true);
        foreach (var (index, article) in articles.Index())
        {
            if (!labels.TryGetValue(article.Id, out var label)) continue;
            counts.Articles++;
            var spans = label["spans"]!.AsArray().Select(span => ((int)span!["start"]!, (int)span["end"]!, (string)span["kind"]!)).ToList();
            words.Clear();
            Tokenizer.Tokenize(Encoding.UTF8.GetBytes(article.Body!), words);
            foreach (var start in words.Starts)
            {
                var kind = spans.Find(span => span.Item1 <= start && start < span.Item2).Item3;
                counts.Add(kind, isGone: IsLeftOut(result.FurnitureOf(index), start));
            }
        }
    }

    private static bool IsLeftOut(ReadOnlySpan<FurnitureSpan> furniture, int place)
    {
        foreach (var span in furniture)
        {
            if (span.Start <= place && place < span.End) return true;
        }
        return false;
    }

    private sealed class Counts
    {
        public int Articles { get; set; }

        public int Story { get; private set; }

        public int StoryGone { get; private set; }

        public int Furniture { get; private set; }

        public int FurnitureGone { get; private set; }

        public void Add(string? kind, bool isGone)
        {
            if (kind is null) (Story, StoryGone) = (Story + 1, StoryGone + (isGone ? 1 : 0));
            if (kind == "furniture") (Furniture, FurnitureGone) = (Furniture + 1, FurnitureGone + (isGone ? 1 : 0));
        }
    }
}
