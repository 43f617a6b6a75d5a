using System.Diagnostics;
using Similarity.Storage;

namespace Similarity.Benchmarks;

/// <summary><c>index-replay</c>: whether an index that is given articles in order of time says what a run says of all at once.</summary>
internal static class IndexReplayCommand
{
    public static int Run(Arguments arguments)
    {
        Machine.PrintHeading("An index and a run over the same articles", $"index-replay {string.Join(' ', arguments.Words.Select(Path.GetFileName))}");
        var table = new MarkdownTable("articles", "number", "groups of the run", "found alike", "articles with another canonical", "with another match", "largest set of connected texts", "seconds of the index");
        foreach (var files in arguments.Words.Count > 1 ? arguments.Words.Select(word => new[] { word }).Append([.. arguments.Words]) : [[.. arguments.Words]])
        {
            Compare(files, table);
        }
        return 0;
    }

    private static void Compare(string[] files, MarkdownTable table)
    {
        var articles = new TimedArticles(files);
        var options = new DeduplicationOptions { Threads = Environment.ProcessorCount };
        var learner = new FurnitureLearner(options.Features.Furniture);
        var (buffer, batch) = (new ArticleBuffer(), new UnitBatch());
        for (var article = 0; article < articles.Count; article++)
        {
            articles.Read(article, buffer);
            batch.Add(buffer);
            learner.Add(batch);
            batch.Clear();
        }
        options = options.Knowing(learner.Learnt());
        var run = new Deduplication(options).Run(articles, articles.Count);

        using var store = new MemoryIndexStore();
        using var index = ArticleIndex.Open(store, new ArticleIndexOptions { Deduplication = options });
        var clock = Stopwatch.StartNew();
        for (var first = 0; first < articles.Count; first += 100)
        {
            var some = Enumerable.Range(first, Math.Min(100, articles.Count - first)).Select(article =>
            {
                var own = new ArticleBuffer();
                articles.Read(article, own);
                return own;
            });
            _ = index.Add([.. some], replaces: false);
        }
        var seconds = clock.Elapsed.TotalSeconds;

        var (canonicals, matches) = (0, 0);
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var article = 0; article < articles.Count; article++)
        {
            var verdict = index.VerdictOf(TimedArticles.IdOf(article))!;
            if (verdict.Canonical is { } canonical) (groups.TryGetValue(canonical, out var members) ? members : groups[canonical] = []).Add(article);
            var group = run.GroupOf(article);
            if (verdict.Canonical != (group is null ? null : TimedArticles.IdOf(group.Canonical))) canonicals++;
            var match = group?.Members.FirstOrDefault(member => member.Article == article);
            if ((match is null ? null : new ArticleMatch(TimedArticles.IdOf(match.Other), match.Kind, match.Overlap, match.IsRemoval)) != verdict.Match) matches++;
        }
        var alike = run.Groups.Count(group => groups.TryGetValue(TimedArticles.IdOf(group.Canonical), out var members) && members.SequenceEqual(group.Members.Select(member => member.Article).Append(group.Canonical).Order()));
        table.Row($"{string.Join(", ", files.Select(Path.GetFileName))}", $"{articles.Count}", $"{run.Groups.Count}", $"{alike}", $"{canonicals}", $"{matches}", $"{LargestComponent(store)}", $"{seconds:n1}");
    }

    private static int LargestComponent(MemoryIndexStore store)
    {
        var keys = new KeySpace(0);
        var links = store.Scan(keys.AllLinks.From, keys.AllLinks.Before)
            .ToDictionary(entry => KeySpace.NumberOf(entry.Key), entry => TextLinks.FromBytes(entry.Value).Items.Where(link => !link.IsSeries).Select(link => link.Other).ToList());
        var seen = new HashSet<int>();
        var largest = 0;
        foreach (var first in links.Keys)
        {
            var next = new Stack<int>([first]);
            var size = 0;
            while (next.TryPop(out var text))
            {
                if (!seen.Add(text)) continue;
                size++;
                foreach (var other in links.GetValueOrDefault(text, [])) next.Push(other);
            }
            largest = Math.Max(largest, size);
        }
        return largest;
    }
}
