using System.Diagnostics;
using System.Text;
using Similarity.Formats;
using Similarity.Storage;

namespace Similarity.Benchmarks;

/// <summary>
/// <c>index-day</c>: a day of articles that arrive evenly, of which an index keeps some hours, by a clock that runs as fast as they are
/// added. Memory, disk and times must not grow once the first have expired.
/// </summary>
internal static class IndexDayCommand
{
    private const int Hours = 24;
    private const int Together = 10;

    public static int Run(Arguments arguments)
    {
        var file = arguments.Words[0];
        var (count, keep) = (arguments.Integer("--articles", 100_000), arguments.Integer("--keep-hours", 6));
        Machine.PrintHeading("A day of an index", $"index-day {Path.GetFileName(file)} --articles {count} --keep-hours {keep}");
        Console.WriteLine($"Durable adds in batches of {Together}, with stories; articles are removed {keep} hours after they came.\n");
        var directory = Path.Combine(Path.GetTempPath(), $"similarity-day-{Environment.ProcessId}");
        var clock = new FastClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        try
        {
            using var index = ArticleIndex.Open(directory, new ArticleIndexOptions { Clock = clock, KeepFor = TimeSpan.FromHours(keep) });
            Replay(index, clock, File.ReadLines(file).Take(count), count, directory);
            Console.WriteLine($"\nVerified: {(index.Verify() is { Count: > 0 } faults ? string.Join("; ", faults) : "no fault")}.");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
        return 0;
    }

    private static void Replay(ArticleIndex index, FastClock clock, IEnumerable<string> lines, int count, string directory)
    {
        var table = new MarkdownTable("hour", "articles", "articles/s", "batch ms, median", "p99", "slowest", "managed MB", "store memory MB", "resident MB", "disk MB");
        var parser = new ArticleParser(FieldNames.Default);
        var (times, hour, begun) = (new List<double>(), 1, clock.GetUtcNow());
        foreach (var some in lines.Chunk(Together))
        {
            clock.Advance(TimeSpan.FromHours((double)Hours * some.Length / count));
            var articles = Array.ConvertAll(some, Parse);
            var batch = Stopwatch.StartNew();
            _ = index.Add(articles, replaces: false);
            times.Add(batch.Elapsed.TotalMilliseconds);
            if (clock.GetUtcNow() - begun < TimeSpan.FromHours(hour) - TimeSpan.FromSeconds(1)) continue;
            Row();
            (times, hour) = ([], hour + 1);
        }

        ArticleBuffer Parse(string line)
        {
            var article = new ArticleBuffer();
            if (parser.Parse(Encoding.UTF8.GetBytes(line), article, out _) is { } fault) throw new IOException(fault.Reason);
            article.PublishedTicks = clock.GetUtcNow().UtcTicks;
            return article;
        }

        void Row()
        {
            var (statistics, articlesASecond) = (index.Statistics, times.Count * Together * 1000 / times.Sum());
            times.Sort();
            var disk = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Sum(path => new FileInfo(path).Length);
            table.Row(
                $"{hour}", $"{statistics.Articles}", $"{articlesASecond:n0}", $"{times[times.Count / 2]:n1}", $"{times[(int)(times.Count * 0.99)]:n1}", $"{times[^1]:n0}",
                $"{GC.GetTotalMemory(forceFullCollection: true) / 1e6:n0}", $"{statistics.StoreMemoryBytes / 1e6:n0}", $"{Process.GetCurrentProcess().WorkingSet64 / 1e6:n0}", $"{disk / 1e6:n0}");
        }
    }

    /// <summary>A clock that is moved.</summary>
    private sealed class FastClock(DateTimeOffset start) : TimeProvider
    {
        private long _ticks = start.UtcTicks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;

        public override DateTimeOffset GetUtcNow() => new(_ticks, TimeSpan.Zero);

        public override long GetTimestamp() => _ticks;
    }
}
