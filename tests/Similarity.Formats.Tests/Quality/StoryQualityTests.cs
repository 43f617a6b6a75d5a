using System.Globalization;
using System.Text.Json.Nodes;
using Similarity.Tests;

namespace Similarity.Formats.Tests;

/// <summary>Stories of labelled news, found with the defaults: what the labels are agreed with must not become less.</summary>
public sealed class StoryQualityTests
{
    private static readonly string[] Sets = ["stories/ecbplus-topics-01-22.jsonl", "stories/giveme5w1h.jsonl", "stories/gun-violence-dev.jsonl"];

    [Theory]
    [InlineData(0, 0.935, 0.91)]
    [InlineData(1, 0.93, 0.875)]
    [InlineData(2, 0.935, 0.84)]
    public async Task Each_set_by_itself(int set, double bCubed, double rand) => await AgreeAsync([Sets[set]], bCubed, rand);

    [Fact]
    public async Task All_sets_in_one_run() => await AgreeAsync(Sets, 0.93, 0.875);

    [Fact]
    public async Task Headlines_alone() => await AgreeAsync([Sets[1]], 0.89, 0.82, article => article with { Body = null });

    [Fact]
    public async Task Neither_dates_nor_outlets() => await AgreeAsync(Sets, 0.89, 0.82, article => article with { Published = null, Outlet = null });

    /// <summary>In order of publication, each article with what a run knows of copies that came before it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_by_one_the_stories_are_about_as_good_as_those_of_a_run(int set)
    {
        var read = await SharedArticles.ReadAsync([Sets[set]]);
        var labels = File.ReadLines(SharedData.Require(Sets[set])).Select(line => JsonNode.Parse(line)!["label"]!.ToString()).ToList();
        int[] order = [.. Enumerable.Range(0, read.Count).OrderBy(article => read[article].Published ?? DateTimeOffset.MinValue).ThenBy(article => article)];
        Article[] articles = [.. order.Select(article => read[article])];
        string[] truth = [.. order.Select(article => labels[article])];

        var options = new DeduplicationOptions { Threads = 2 }.Knowing(Deduplication.LearnFurniture(articles, cancellation: TestContext.Current.CancellationToken));
        var run = StoryClustering.Run(articles, options, new StoryOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        var online = new OnlineStories(new OnlineStoryOptions { Features = options.Features, Stories = new StoryOptions { Threads = 2 } });
        for (var article = 0; article < articles.Length; article++)
        {
            var earlier = run.Articles.GroupOf(article) is { } group ? group.Members.Select(member => member.Article).Prepend(group.Canonical).FirstOrDefault(other => other < article, -1) : -1;
            var original = run.Articles.RemovalOf(article) is { } copy && copy.Other < article ? articles[copy.Other].Id : null;
            _ = online.Add(articles[article], original, earlier < 0 ? null : articles[earlier].Id, TestContext.Current.CancellationToken);
        }
        var ofRun = ClusteringAgreement.Of(truth, [.. Enumerable.Range(0, articles.Length).Select(article => run.StoryOf(article)?.Id ?? $"alone-{article}")]).BCubedF1;
        var ofOnline = ClusteringAgreement.Of(truth, [.. articles.Select((article, i) => online.StoryOf(article.Id) ?? $"none-{i}")]).BCubedF1;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {ofRun:n3}, one by one {ofOnline:n3}"));
        Assert.InRange(ofOnline, ofRun - 0.01, 1);
    }

    private static async Task AgreeAsync(string[] files, double bCubed, double rand, Func<Article, Article>? change = null)
    {
        var articles = await SharedArticles.ReadAsync(files);
        if (change is not null) articles = articles.ConvertAll(article => change(article));
        var labels = files.SelectMany(file => File.ReadLines(SharedData.Require(file))).Select(line => JsonNode.Parse(line)!["label"]!.ToString()).ToList();
        var found = StoryClustering.Run(articles, new DeduplicationOptions { Threads = 2 }, new StoryOptions { Threads = 2 }, TestContext.Current.CancellationToken);
        var agreement = ClusteringAgreement.Of(labels, [.. Enumerable.Range(0, articles.Count).Select(article => found.StoryOf(article)?.Id ?? $"alone-{article}")]);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"B-cubed {agreement.BCubedPrecision:n3} {agreement.BCubedRecall:n3} {agreement.BCubedF1:n3}, ARI {agreement.AdjustedRandIndex:n3}"));
        Assert.InRange(agreement.BCubedF1, bCubed, 1);
        Assert.InRange(agreement.AdjustedRandIndex, rand, 1);
        Assert.InRange(agreement.LargestShare, 0, 0.055);
    }
}
