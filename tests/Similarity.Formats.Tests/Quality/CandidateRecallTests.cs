using System.Globalization;

namespace Similarity.Formats.Tests;

/// <summary>Against pairs whose word-5-gram resemblance another program computed exactly, over raw articles of hundreds of outlets as they stand.</summary>
public sealed class CandidateRecallTests(CandidateRecallTests.Corpus corpus) : IClassFixture<CandidateRecallTests.Corpus>
{
    /// <summary>
    /// The other program cuts words differently. The largest difference, .0204, is that of a pair whose punctuation was
    /// edited throughout; by runs of letters and digits that pair has .7309, and here .7303.
    /// </summary>
    private const double Tolerance = 0.025;

    private static readonly FeatureOptions Whole = new() { Furniture = FurnitureOptions.None };

    private static readonly DeduplicationOptions FiveWords = new() { Features = Whole with { ShingleWords = 5 } };


    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.8)]
    public void Every_pair_at_a_threshold_is_found_and_measured_alike(double threshold)
    {
        var rules = new MatchRules { Reprint = threshold, Excerpt = 0.99, Derived = 0.98 };
        var result = Deduplication.Run(corpus.Articles, new DeduplicationOptions { Features = Whole, Rules = rules, Threads = 2 }, TestContext.Current.CancellationToken);
        List<string> missed = [], apart = [];
        var matched = 0;
        foreach (var (a, b, j5) in corpus.Pairs.Where(pair => pair.J5 >= threshold))
        {
            var comparison = ArticleComparison.Of(corpus.Articles[a], corpus.Articles[b], FiveWords);
            var resemblance = comparison.ShingleResemblance;
            var pair = string.Create(CultureInfo.InvariantCulture, $"{corpus.Articles[a].Id} {corpus.Articles[b].Id} {j5} {resemblance:0.0000} {comparison.Overlap}");
            if (result.GroupOf(a) is not { } group || group != result.GroupOf(b)) missed.Add(pair);
            else if (Math.Abs(resemblance - j5) > Tolerance) apart.Add(pair);
            else matched++;
        }
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"threshold {threshold}: {matched} matched alike, {apart.Count} matched otherwise, {missed.Count} missed; {result.Removed} removed, {result.Verified} verified, {result.Bands.Bands} x {result.Bands.Rows}"));
        foreach (var pair in missed.Concat(apart)) TestContext.Current.TestOutputHelper!.WriteLine(pair);
        // A text with two sources joins one of them: below a half, not every pair of copies is in one group.
        Assert.InRange(missed.Count, 0, threshold < 0.5 ? corpus.Pairs.Count / 40 : 0);
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
