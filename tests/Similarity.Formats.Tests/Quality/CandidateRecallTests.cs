using System.Globalization;

namespace Similarity.Formats.Tests;

/// <summary>Against pairs whose word-5-gram resemblance another program computed exactly, over raw articles of hundreds of outlets.</summary>
public sealed class CandidateRecallTests(CandidateRecallTests.Corpus corpus) : IClassFixture<CandidateRecallTests.Corpus>
{
    /// <summary>
    /// The other program cuts words differently. The largest difference, .0204, is that of a pair whose punctuation was
    /// edited throughout; by runs of letters and digits that pair has .7309, and here .7303.
    /// </summary>
    private const double Tolerance = 0.025;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.8)]
    public void Every_pair_at_a_threshold_is_found_and_measured_alike(double threshold)
    {
        var rules = new MatchRules { Reprint = threshold, Excerpt = 0.99, Derived = 0.98 };
        var result = Deduplication.Run(corpus.Articles, new DeduplicationOptions { Rules = rules, Threads = 2 }, TestContext.Current.CancellationToken);
        List<string> missed = [], apart = [];
        var (matched, removed) = (0, result.Removed);
        foreach (var (a, b, j5) in corpus.Pairs.Where(pair => pair.J5 >= threshold))
        {
            var overlap = ArticleComparison.Of(corpus.Articles[a], corpus.Articles[b]).Overlap;
            var pair = string.Create(CultureInfo.InvariantCulture, $"{corpus.Articles[a].Id} {corpus.Articles[b].Id} {j5} {overlap.Resemblance:0.0000} {overlap}");
            if (result.GroupOf(a) is not { } group || group != result.GroupOf(b)) missed.Add(pair);
            else if (Math.Abs(overlap.Resemblance - j5) > Tolerance) apart.Add(pair);
            else matched++;
        }
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"threshold {threshold}: {matched} matched alike, {apart.Count} matched otherwise, {missed.Count} missed; {removed} removed, {result.Verified} verified, {result.Bands.Bands} x {result.Bands.Rows}"));
        foreach (var pair in missed.Concat(apart)) TestContext.Current.TestOutputHelper!.WriteLine(pair);
        Assert.Empty(missed);
        Assert.Empty(apart);
    }

    public sealed class Corpus : IAsyncLifetime
    {
        public IReadOnlyList<Article> Articles { get; private set; } = [];

        public IReadOnlyList<(int A, int B, double J5)> Pairs { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Articles = await SharedArticles.ReadAsync("raw/allsides-12500.jsonl.gz");
            var place = Articles.Index().ToDictionary(article => article.Item.Id, article => article.Index, StringComparer.Ordinal);
            Pairs = [.. SharedArticles.ReadPairs("raw/allsides-12500.word5-jaccard.jsonl").Select(
                pair => (place[(string)pair["a"]!], place[(string)pair["b"]!], (double)pair["j5"]!))];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
