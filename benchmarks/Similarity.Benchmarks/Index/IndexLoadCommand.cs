using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Similarity.Formats;
using Similarity.Storage;

namespace Similarity.Benchmarks;

/// <summary><c>index-load</c>: fills an index on disk and measures what adding and asking then cost.</summary>
internal static class IndexLoadCommand
{
    private const int Together = 100;
    private const int RowEvery = 100_000;

    [ThreadStatic]
    private static ArticleParser? _parser;

    public static int Run(Arguments arguments)
    {
        var file = arguments.Words[0];
        var (singles, queries, memory) = (arguments.Integer("--single", 2000), arguments.Integer("--queries", 2000), arguments.Integer("--memory-mb", 1024));
        var adders = arguments.Integer("--adders", 1);
        var storyTexts = arguments.Integer("--story-texts", 50_000);
        var directory = arguments.Text("--index") ?? Path.Combine(Path.GetTempPath(), $"similarity-load-{Environment.ProcessId}");
        Machine.PrintHeading("An index under load", $"index-load {Path.GetFileName(file)} --single {singles} --queries {queries} --memory-mb {memory} --adders {adders} --story-texts {storyTexts}");
        var options = new ArticleIndexOptions { MemoryBytes = (long)memory << 20 };
        options = options with { Stories = storyTexts == 0 ? null : options.Stories! with { MostTexts = storyTexts } };
        try
        {
            using (var index = ArticleIndex.Open(directory, options)) Fill(index, File.ReadLines(file).Skip(singles + queries), adders);
            Reopen(directory, options);
            using var opened = ArticleIndex.Open(directory, options);
            Ask(opened, [.. File.ReadLines(file).Take(queries)]);
            Add(opened, [.. File.ReadLines(file).Skip(queries).Take(singles)]);
            PrintSize(opened, directory, File.ReadLines(file).Take(queries));
        }
        finally
        {
            if (arguments.Text("--index") is null) Directory.Delete(directory, recursive: true);
        }
        return 0;
    }

    private static void Fill(ArticleIndex index, IEnumerable<string> lines, int adders)
    {
        Console.WriteLine($"Durable adds in batches of {Together}, {adders} at a time, by the number of articles that are there:\n");
        var table = new MarkdownTable("articles", "articles/s", "processor ms an article", "slowest batch, ms", "segments", "postings MB", "store memory MB", "resident MB");
        var (clock, done, slowest, used) = (Stopwatch.StartNew(), 0, 0.0, Process.GetCurrentProcess().TotalProcessorTime);
        _ = Parallel.ForEach(Partitioner.Create(lines.Chunk(Together), EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = adders }, some =>
        {
            var articles = Array.ConvertAll(some, Parse);
            var batch = Stopwatch.StartNew();
            _ = index.Add(articles, replaces: false);
            lock (table)
            {
                slowest = Math.Max(slowest, batch.Elapsed.TotalMilliseconds);
                done += some.Length;
                if (done % RowEvery == 0) Row();
            }
        });
        if (done % RowEvery != 0) Row();
        Console.WriteLine();

        void Row()
        {
            var statistics = index.Statistics;
            var (added, now) = (done % RowEvery == 0 ? RowEvery : done % RowEvery, Process.GetCurrentProcess().TotalProcessorTime);
            table.Row($"{done}", $"{added / clock.Elapsed.TotalSeconds:n0}", $"{(now - used).TotalMilliseconds / added:n2}", $"{slowest:n0}", $"{statistics.Segments}", $"{statistics.PostingBytes / 1e6:n0}", $"{statistics.StoreMemoryBytes / 1e6:n0}", $"{Process.GetCurrentProcess().WorkingSet64 / 1e6:n0}");
            (slowest, clock, used) = (0, Stopwatch.StartNew(), now);
        }
    }

    private static void Reopen(string directory, ArticleIndexOptions options)
    {
        var clock = Stopwatch.StartNew();
        using var index = ArticleIndex.Open(directory, options);
        Console.WriteLine(FormattableString.Invariant($"Opened again in {clock.Elapsed.TotalSeconds:n2} s.\n"));
    }

    private static void Ask(ArticleIndex index, string[] lines)
    {
        var articles = Array.ConvertAll(lines, Parse);
        foreach (var article in articles.Take(200)) _ = index.Find(article);
        Print("Questions, one at a time", articles, article => index.Find(article));
    }

    private static void Add(ArticleIndex index, string[] lines) =>
        Print("Durable adds, one at a time", Array.ConvertAll(lines, Parse), article => index.Add([article], replaces: false)[0]);

    private static void Print(string what, ArticleBuffer[] articles, Func<ArticleBuffer, Verdict> call)
    {
        var times = new double[articles.Length];
        for (var i = 0; i < times.Length; i++)
        {
            var clock = Stopwatch.StartNew();
            _ = call(articles[i]);
            times[i] = clock.Elapsed.TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine(FormattableString.Invariant($"{what}: {times[times.Length / 2]:n2} ms in the middle, p99 {times[(int)(times.Length * 0.99)]:n2} ms, slowest {times[^1]:n1} ms.\n"));
    }

    private static void PrintSize(ArticleIndex index, string directory, IEnumerable<string> sample)
    {
        index.Compact();
        var bytes = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);
        var text = sample.Select(line => ArticleRecord.OfThread.Write(Parse(line), "0123456789"u8, isDerived: false, 0).Length).Average();
        var articles = index.Statistics.Articles;
        Console.WriteLine(FormattableString.Invariant($"{articles:n0} articles, {index.Statistics.Texts:n0} texts: {bytes / 1e6:n0} MB on disk after compaction, {bytes / (double)articles:n0} bytes an article, about {text:n0} of them its compressed text; resident {Process.GetCurrentProcess().WorkingSet64 / 1e6:n0} MB, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:n0} MB."));
    }

    private static ArticleBuffer Parse(string line)
    {
        var article = new ArticleBuffer();
        return (_parser ??= new ArticleParser(FieldNames.Default)).Parse(Encoding.UTF8.GetBytes(line), article, out _) is { } fault ? throw new IOException(fault.Reason) : article;
    }
}
