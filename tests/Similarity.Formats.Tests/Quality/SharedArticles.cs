using System.Text;
using System.Text.Json.Nodes;
using Similarity.Tests;

namespace Similarity.Formats.Tests;

/// <summary>Reads the labelled articles and pairs that live beside the repository.</summary>
internal static class SharedArticles
{
    public static async Task<List<Article>> ReadAsync(params string[] files)
    {
        var options = new ReadOptions();
        var articles = new List<Article>();
        var (parser, buffer) = (new ArticleParser(options.Fields), new ArticleBuffer());
        foreach (var file in files)
        {
            var input = InputDiscovery.FindOne(SharedData.Require(file), options);
            await using var content = input.Open();
            await foreach (var block in RecordReaders.For(input, options).ReadAsync(content, TestContext.Current.CancellationToken))
            {
                using (block)
                {
                    foreach (var record in block.Records)
                    {
                        Assert.Null(parser.Parse(block[record], buffer, out _));
                        articles.Add(ToArticle(buffer));
                    }
                }
            }
        }
        return articles;
    }

    public static List<JsonNode> ReadPairs(string file) => [.. File.ReadLines(SharedData.Require(file)).Select(line => JsonNode.Parse(line)!)];

    private static Article ToArticle(ArticleBuffer buffer) => new(Encoding.UTF8.GetString(buffer.Id), Encoding.UTF8.GetString(buffer.Body))
    {
        Outlet = Encoding.UTF8.GetString(buffer.Outlet),
        Title = Encoding.UTF8.GetString(buffer.Title),
        Published = buffer.PublishedTicks is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
    };
}
