using System.Text;

namespace Similarity.Formats;

/// <summary>Finds the stories of some files and writes the pairs of articles that are most worth a label.</summary>
public static class SampleRun
{
    /// <summary>Runs and writes.</summary>
    /// <param name="options">The run; its output folder is not used.</param>
    /// <param name="count">About how many pairs.</param>
    /// <param name="seed">Another seed draws others.</param>
    /// <param name="output">Takes the file; stays open.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The inputs cannot be used, or no two of their articles are close.</exception>
    public static async Task<SampleOutcome> RunAsync(BatchRunOptions options, int count, int seed, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        using var found = await FoundStories.FindAsync(options, keptFrom: 1, progress: null, cancellation);
        var articles = found.Stories.Articles;
        var pairs = PairSample.Draw(found.Stories, count, seed);
        if (pairs.Count == 0) throw new InputException($"no two of {articles.Count} articles are close enough for a question");
        var showing = new ArticleShowing(found.Records);
        var shown = pairs.Select(pair => new ShownPair(pair, Show(pair.A), showing.Published, Show(pair.B), showing.Published)).ToList();
        await using var file = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await PairsFile.WriteAsync(file, shown, cancellation);
        return new SampleOutcome(articles.Count, pairs, pairs.DistinctBy(pair => pair.Stratum).Sum(pair => pair.StratumPairs), found.Notices, found.FirstRejects);

        ShownArticle Show(int article) => showing.Show(article, articles.IdOf(article));
    }
}
