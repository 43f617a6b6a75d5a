using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

public sealed class ArticleIndexTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_article_comes_back_as_it_was_given()
    {
        using var index = ArticleIndex.InMemory();
        var article = new Article("ä/1", "Ein Text.\r\nMit <b>Zeilen</b> \u0000 und 🦊.") { Outlet = "Außen", Title = "T", Url = "https://x.example/?a=1", Language = "de", Published = Noon };
        _ = index.AddRange([article, new Article("empty", null)]);
        Assert.Equal(article, index.Get("ä/1")!.Article);
        Assert.Equal(new Article("empty", null), index.Get("empty")!.Article);
        Assert.Equal([0, 1], index.Articles().Select(entry => entry.Number));
        Assert.Null(index.Get("none"));
    }

    [Fact]
    public void Of_many_threads_that_add_one_text_one_is_told_that_it_is_new()
    {
        using var scratch = new Scratch();
        using var index = ArticleIndex.Open(scratch["index"]);
        var verdicts = new Verdict[400];
        _ = Parallel.For(0, verdicts.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, i => verdicts[i] = index.Add(
            InventedArticles.Article($"{i}", [.. InventedArticles.Words(i / 40, 100), .. i % 2 == 0 ? ["late", "word"] : Array.Empty<string>()], Noon.AddSeconds(i), $"outlet {i}")));
        Assert.Equal(10, verdicts.Count(verdict => verdict.Standing == ArticleStanding.New));
        Assert.Equal(400, index.Statistics.Articles);
        Assert.Equal(10, verdicts.Select(verdict => index.VerdictOf(verdict.Id)!.Group).Distinct().Count());
        Assert.Empty(index.Verify());
    }

    [Fact]
    public async Task Articles_that_come_slowly_are_judged_as_they_come()
    {
        using var index = ArticleIndex.InMemory();
        var verdicts = new List<ArticleStanding>();
        using var judged = new SemaphoreSlim(1);
        await foreach (var verdict in index.AddAsync(Slowly()))
        {
            verdicts.Add(verdict.Standing);
            _ = judged.Release();
        }
        Assert.Equal([ArticleStanding.New, ArticleStanding.Copy, ArticleStanding.New], verdicts);

        async IAsyncEnumerable<Article> Slowly()
        {
            foreach (var (i, seed) in new[] { 1, 1, 2 }.Index())
            {
                // Each comes when the one before it has been judged.
                Assert.True(await judged.WaitAsync(TimeSpan.FromSeconds(30)));
                yield return InventedArticles.Article($"{i}", InventedArticles.Words(seed, 60), Noon.AddHours(i));
            }
        }
    }

    [Fact]
    public async Task Articles_that_come_fast_are_judged_in_their_order()
    {
        // Copies of articles of the batch before, which is still being written while they are prepared.
        Article[] articles = [.. Enumerable.Range(0, 1050).Select(i => InventedArticles.Article($"{i}", InventedArticles.Words(i % 150, 60), Noon.AddHours(i)))];
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { RecentTexts = 20 });
        var verdicts = new List<Verdict>();
        await foreach (var verdict in index.AddAsync(articles.ToAsyncEnumerable())) verdicts.Add(verdict);
        using var other = ArticleIndex.InMemory();
        Assert.Equal([.. articles.Select(other.Add)], verdicts);
        Assert.Equal(900, verdicts.Count(verdict => verdict.Standing == ArticleStanding.Copy));
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_index()
    {
        using var scratch = new Scratch();
        using (var index = ArticleIndex.Open(scratch["index"]))
        {
            var refused = Assert.Throws<IndexLockedException>(() => ArticleIndex.Open(scratch["index"]));
            Assert.Contains("this process", refused.Message, StringComparison.Ordinal);
            Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2", File.ReadAllText(Path.Combine(scratch["index"], "writer.lock")), StringComparison.Ordinal);
        }
        ArticleIndex.Open(scratch["index"]).Dispose();
    }

    [Fact]
    public void An_index_made_with_other_options_is_refused_and_both_sides_are_named()
    {
        using var scratch = new Scratch();
        ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { Deduplication = new DeduplicationOptions { Rules = new MatchRules { Reprint = 0.6 } } }).Dispose();
        var refused = Assert.Throws<IndexMismatchException>(() => ArticleIndex.Open(scratch["index"], new ArticleIndexOptions { Deduplication = new DeduplicationOptions() }));
        Assert.StartsWith("The index was made with reprint 0.6; 0.5 was asked for.", refused.Message, StringComparison.Ordinal);
        using var index = ArticleIndex.Open(scratch["index"]);
        Assert.Equal(0.6, index.Deduplication.Rules.Reprint);
    }

    [Theory]
    [InlineData("format", "2", "format 2; 1 was")]
    [InlineData("hashes", "7", "hashes 7; 1 was")]
    [InlineData("embedder", "\"9f3c\"", "embedder \"9f3c\"; \"none\" was")]
    [InlineData("keep", "\"Longest\"", "keep \"Longest\"; \"Earliest\" was")]
    public void An_index_of_another_version_is_refused_and_both_versions_are_named(string name, string value, string expected)
    {
        var store = new MemoryIndexStore();
        var header = (JsonObject)JsonNode.Parse(IndexHeader.Create(new DeduplicationOptions()))!;
        header[name] = JsonNode.Parse(value);
        Write(store, header.ToJsonString());
        var refused = Assert.Throws<IndexMismatchException>(() => ArticleIndex.Open(store, new ArticleIndexOptions { Deduplication = new DeduplicationOptions() }));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_is_used_with_the_embedder_that_it_was_made_with_which_is_none_where_it_names_none()
    {
        var header = (JsonObject)JsonNode.Parse(IndexHeader.Create(new DeduplicationOptions()))!;
        Assert.Equal("none", (string)header["embedder"]!);
        header["embedder"] = "9f3c";
        var refused = Assert.Throws<IndexMismatchException>(() => IndexHeader.Read(Encoding.UTF8.GetBytes(header.ToJsonString()), null, new DeduplicationOptions().Features.Furniture.Phrases));
        Assert.StartsWith("The index was made with embedder \"9f3c\"; \"none\" was asked for.", refused.Message, StringComparison.Ordinal);
        Assert.True(header.Remove("embedder"));
        Assert.Equal(new DeduplicationOptions().MissCost, IndexHeader.Read(Encoding.UTF8.GetBytes(header.ToJsonString()), null, new DeduplicationOptions().Features.Furniture.Phrases).MissCost);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("{\"format\":1,\"hashes\":1}")]
    public void A_header_that_is_damaged_is_refused(string header)
    {
        var store = new MemoryIndexStore();
        Write(store, header);
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => ArticleIndex.Open(store, new ArticleIndexOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_that_decides_is_kept_with_the_index()
    {
        var options = new DeduplicationOptions
        {
            Features = new FeatureOptions { ShingleWords = 3, BriefShingleWords = 1, BriefWords = 10, Permutations = 64, FingerprintWindow = 9, Furniture = new FurnitureOptions { LeastArticles = 4, LeastDays = 2, Phrases = PhraseTable.Parse("only this phrase …") } },
            Rules = new MatchRules { Reprint = 0.6, Excerpt = 0.8, Derived = 0.55, DerivedInPassages = 0.3, LeastWords = 20, LeastUnquotedWords = 10, LeastWordsInPassages = 50, MostQuoted = 0.4, MostExchanged = 0.05, Brief = 0.9 },
            Keep = KeepOrder.Outlets,
            PreferredOutlets = ["A", "B"],
            Loosest = MatchKind.Derived,
            MissCost = 5,
        };
        var store = new MemoryIndexStore();
        using (var made = ArticleIndex.Open(new Undisposed(store), new ArticleIndexOptions { Deduplication = options })) Assert.Equal(options.MissCost, made.Deduplication.MissCost);
        using var index = ArticleIndex.Open(store, new ArticleIndexOptions());
        // A record compares what it holds; lists are compared by what is in them.
        Assert.Equal(options with { PreferredOutlets = index.Deduplication.PreferredOutlets, Features = index.Deduplication.Features, Threads = Environment.ProcessorCount }, index.Deduplication);
        Assert.Equal(options.Features with { Furniture = index.Deduplication.Features.Furniture }, index.Deduplication.Features);
        Assert.Equal(["A", "B"], index.Deduplication.PreferredOutlets);
        Assert.Equal((4, 2, 1), (index.Deduplication.Features.Furniture.LeastArticles, index.Deduplication.Features.Furniture.LeastDays, index.Deduplication.Features.Furniture.Phrases.Phrases.Count));
    }

    [Fact]
    public void An_identifier_that_is_too_long_is_rejected_and_nothing_else()
    {
        using var index = ArticleIndex.InMemory();
        var verdicts = index.AddRange([new Article("a", "some words"), new Article(new string('x', 2000), "others"), new Article("b", "and more")]);
        Assert.Equal([ArticleStanding.New, ArticleStanding.Rejected, ArticleStanding.New], verdicts.Select(verdict => verdict.Standing));
        Assert.Contains("1024", verdicts[1].Reason, StringComparison.Ordinal);
        Assert.Equal(2, index.Statistics.Articles);
    }

    [Fact]
    public void A_snapshot_is_an_index_of_what_was_there()
    {
        using var scratch = new Scratch();
        using var index = ArticleIndex.Open(scratch["index"]);
        for (var i = 0; i < 20; i++) _ = index.Add(InventedArticles.Article($"{i}", InventedArticles.Words(i % 10, 80), Noon.AddHours(i)));
        index.Snapshot(scratch["copy"]);
        _ = index.Remove("0");
        using var copy = ArticleIndex.Open(scratch["copy"]);
        Assert.Equal(20, copy.Statistics.Articles);
        Assert.Equal("0", copy.VerdictOf("10")!.Canonical);
        Assert.Empty(copy.Verify());
        Assert.Throws<IOException>(() => index.Snapshot(scratch["copy"]));
    }

    [Fact]
    public void A_failed_write_is_reported_and_an_index_that_is_opened_again_has_what_was_acknowledged()
    {
        var store = new FullStore();
        var index = ArticleIndex.Open(store, new ArticleIndexOptions());
        _ = index.Add(InventedArticles.Article("a", InventedArticles.Words(1, 80), Noon));
        store.IsFull = true;
        Assert.Equal("No space left.", Assert.Throws<IOException>(() => index.Add(InventedArticles.Article("b", InventedArticles.Words(1, 80), Noon))).Message);
        store.IsFull = false;
        Assert.Contains("opened again", Assert.Throws<IOException>(() => index.Add(InventedArticles.Article("c", InventedArticles.Words(1, 80), Noon))).Message, StringComparison.Ordinal);
        using var again = ArticleIndex.Open(store.Inner, new ArticleIndexOptions());
        Assert.Equal(1, again.Statistics.Articles);
        Assert.Empty(again.Verify());
        Assert.Equal("a", again.Add(InventedArticles.Article("b", InventedArticles.Words(1, 80), Noon.AddHours(1))).Canonical);
    }

    [Fact]
    public void A_paragraph_that_all_articles_share_costs_each_the_same()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { RecentTexts = 200 });
        var template = InventedArticles.Words(0, 60);
        for (var i = 1; i <= 1000; i++)
        {
            var verdict = index.Add(InventedArticles.Article($"{i}", [.. template, .. InventedArticles.Words(i, 150)], Noon.AddMinutes(i), $"outlet {i}"));
            Assert.NotEqual(ArticleStanding.Copy, verdict.Standing);
        }
        Assert.Empty(index.Verify());
    }

    [Fact]
    public void Hundreds_of_near_copies_are_one_group()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { RecentTexts = 200 });
        var words = InventedArticles.Words(0, 200);
        for (var i = 0; i < 600; i++)
        {
            var verdict = index.Add(InventedArticles.Article($"{i}", [.. words[..(i % 200)], "another" + i.ToString(CultureInfo.InvariantCulture), .. words[((i % 200) + 1)..]], Noon.AddMinutes(i), $"outlet {i}"));
            Assert.Equal(i == 0 ? null : "0", verdict.Canonical);
        }
        Assert.Equal(600, index.GroupOf("500").Count());
        Assert.Empty(index.Verify());
        // The text that stands for a group too large to be grouped anew is removed.
        Assert.True(index.Remove("0"));
        Assert.Empty(index.Verify());
        Assert.InRange(index.GroupOf("599").Count(), 400, 599);
    }

    private static void Write(MemoryIndexStore store, string header)
    {
        var batch = new StoreBatch();
        batch.Put(KeySpace.Header, Encoding.UTF8.GetBytes(header));
        store.Write(batch, durable: true);
    }
}
