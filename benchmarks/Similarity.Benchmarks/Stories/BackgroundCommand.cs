namespace Similarity.Benchmarks;

/// <summary><c>background</c>: counts in how many articles of a general collection each term occurs, for <see cref="BackgroundFrequencies"/>.</summary>
internal static class BackgroundCommand
{
    public static int Run(Arguments arguments)
    {
        var articles = new LoadedArticles([arguments.Text("--source") ?? SharedData.RawArticles ?? throw new IOException("There are no articles to count here; name their file with --source.")]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        var result = articles.Deduplicate(new DeduplicationOptions { Threads = Environment.ProcessorCount });
        var terms = result.ReadTerms(articles, StoryTexts.Of(result).ConvertAll(text => text.Article).ToArray(), parallel, _ => { });
        File.WriteAllBytes(arguments.Required("--output"), BackgroundFrequencies.Write(terms));
        return 0;
    }
}
