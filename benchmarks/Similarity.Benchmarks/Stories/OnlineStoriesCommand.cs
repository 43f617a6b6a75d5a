using System.Diagnostics;

namespace Similarity.Benchmarks;

/// <summary><c>online-stories</c>: labelled articles put into stories one by one, beside a run over those that have come so far.</summary>
internal static class OnlineStoriesCommand
{
    private const int Moments = 8;

    public static int Run(Arguments arguments)
    {
        var data = SharedData.Require(arguments);
        Machine.PrintHeading("Stories of articles that arrive one after another", "online-stories");
        Console.WriteLine("In order of publication. Run: a run over the articles so far. Lag: the most by which it is ahead at one of eight moments.\n");
        var table = new MarkdownTable("set", "articles", "run F1", "online F1", "lag", "at arrival", "arranged", "started", "joined", "merged", "split", "us an article", "longest ms");
        foreach (var set in StoryLabels.Sets) Replay(set, [StoryLabels.FileOf(data, set)], new());
        Replay("all three in one run", [.. StoryLabels.Sets.Select(set => StoryLabels.FileOf(data, set))], new());
        Replay("giveme5w1h, headlines alone", [StoryLabels.FileOf(data, "giveme5w1h")], new() { HeadlinesOnly = true });
        return 0;

        void Replay(string name, string[] files, ArticleParts parts)
        {
            var (articles, truth) = StoryLabels.InTime(files, parts);
            var options = new DeduplicationOptions { Threads = Environment.ProcessorCount }.Knowing(Deduplication.LearnFurniture(articles));
            var groups = Deduplication.Run(articles, options);
            var online = new OnlineStories(new OnlineStoryOptions { Features = options.Features, Stories = new StoryOptions { Threads = Environment.ProcessorCount } });
            var (atArrival, lag, longest, spent) = (new List<string>(), 0.0, TimeSpan.Zero, TimeSpan.Zero);
            var (ofRun, ofOnline) = (0.0, 0.0);
            for (var article = 0; article < articles.Length; article++)
            {
                var clock = Stopwatch.StartNew();
                var placed = Add(online, articles, groups, article);
                spent += clock.Elapsed;
                longest = clock.Elapsed > longest ? clock.Elapsed : longest;
                atArrival.Add(placed.Story ?? $"none-{article}");
                if ((article + 1) % (articles.Length / Moments) != 0 && article + 1 < articles.Length) continue;
                var run = StoryClustering.Run(articles[..(article + 1)], options, new StoryOptions { Threads = Environment.ProcessorCount });
                ofRun = F1([.. Enumerable.Range(0, article + 1).Select(i => run.StoryOf(i)?.Id ?? $"alone-{i}")]);
                ofOnline = F1(Now(article + 1));
                lag = Math.Max(lag, ofRun - ofOnline);
            }
            var kinds = online.TakeChanges().CountBy(change => change.Kind).ToDictionary();
            online.Arrange();
            table.Row(
                $"{name}", $"{articles.Length}", $"{ofRun:n3}", $"{ofOnline:n3}", $"{lag:n3}", $"{F1(atArrival):n3}", $"{F1(Now(articles.Length)):n3}",
                $"{Of(StoryChangeKind.Started)}", $"{Of(StoryChangeKind.Joined)}", $"{Of(StoryChangeKind.Merged)}", $"{Of(StoryChangeKind.Split)}",
                $"{spent.TotalMicroseconds / articles.Length:n0}", $"{longest.TotalMilliseconds:n0}");

            int Of(StoryChangeKind kind) => kinds.GetValueOrDefault(kind);

            List<string> Now(int count) => [.. articles.Take(count).Select((article, i) => online.StoryOf(article.Id) ?? $"none-{i}")];

            double F1(List<string> found) => ClusteringAgreement.Of(truth[..found.Count], found).BCubedF1;
        }
    }

    /// <summary>Adds an article with what is known of copies that came before it.</summary>
    private static StoryPlacement Add(OnlineStories online, Article[] articles, DeduplicationResult groups, int article)
    {
        var earlier = groups.GroupOf(article) is { } group ? group.Members.Select(member => member.Article).Prepend(group.Canonical).FirstOrDefault(other => other < article, -1) : -1;
        var original = groups.RemovalOf(article) is { } copy && copy.Other < article ? articles[copy.Other].Id : null;
        return online.Add(articles[article], original, earlier < 0 ? null : articles[earlier].Id);
    }
}
