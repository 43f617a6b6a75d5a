using Similarity.Storage;

namespace Similarity.Benchmarks;

/// <summary><c>index-stories</c>: labelled articles added to an index one by one, and how well its stories agree with the labels, beside those of a run.</summary>
internal static class IndexStoriesCommand
{
    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        Machine.PrintHeading("Stories of an index", "index-stories");
        Console.WriteLine("B-cubed F1 of articles in order of publication: of a run over all, and of an index as verdicts told, after the last article, opened again, and compacted.\n");
        var table = new MarkdownTable("set", "articles", "run", "verdicts", "index", "opened again", "compacted");
        string[] all = [.. StoryLabels.Sets.Select(set => StoryLabels.FileOf(data, set))];
        foreach (var (set, file) in StoryLabels.Sets.Zip(all)) Replay(set, [file], [], new());
        Replay("all three", all, [], new());
        Replay("giveme5w1h, headlines alone", [StoryLabels.FileOf(data, "giveme5w1h")], [], new() { HeadlinesOnly = true });
        if (arguments.Words.Count > 0) Replay("all three among others", all, arguments.Words, new());
        return 0;

        void Replay(string name, string[] files, IReadOnlyList<string> others, ArticleParts parts)
        {
            var (articles, truth) = StoryLabels.InTime(files, others, parts);
            int[] labelled = [.. Enumerable.Range(0, truth.Length).Where(i => truth[i] is not null)];
            var options = new DeduplicationOptions { Threads = Environment.ProcessorCount }.Knowing(Deduplication.LearnFurniture(articles));
            var run = StoryClustering.Run(articles, options, new StoryOptions { Threads = Environment.ProcessorCount });
            // Of all days and texts, as the run.
            var indexOptions = new ArticleIndexOptions { Deduplication = options, Stories = new ArticleIndexOptions().Stories! with { KeepDays = null } };
            var directory = Path.Combine(Path.GetTempPath(), $"similarity-stories-{Environment.ProcessId}");
            var cells = new List<double> { F1(i => run.StoryOf(i)?.Id) };
            try
            {
                using (var index = ArticleIndex.Open(directory, indexOptions))
                {
                    string?[] told = [.. articles.Select(article => index.Add(article).Story)];
                    cells.Add(F1(i => told[i]));
                    cells.Add(F1(i => index.VerdictOf(articles[i].Id)!.Story));
                }
                using var opened = ArticleIndex.Open(directory, indexOptions);
                cells.Add(F1(i => opened.VerdictOf(articles[i].Id)!.Story));
                opened.Compact();
                cells.Add(F1(i => opened.VerdictOf(articles[i].Id)!.Story));
            }
            finally
            {
                Directory.Delete(directory, recursive: true);
            }
            table.Row([$"{name}", $"{articles.Length}", .. cells.Select(cell => (FormattableString)$"{cell:n3}")]);

            double F1(Func<int, string?> storyOf) => ClusteringAgreement.Of([.. labelled.Select(i => truth[i]!)], [.. labelled.Select(i => storyOf(i) ?? $"none-{i}")]).BCubedF1;
        }
    }
}
