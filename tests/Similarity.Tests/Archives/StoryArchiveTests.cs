using System.Text;

namespace Similarity.Tests;

public sealed class StoryArchiveTests
{
    [Theory]
    [InlineData(0.03)]
    [InlineData(0.09)]
    [InlineData(0.14)]
    [InlineData(0.4)]
    public void What_is_read_at_a_threshold_is_what_a_new_run_finds(double threshold)
    {
        var articles = Articles();
        var (read, attachment) = StoryArchive.Read(Written(StoryClustering.Run(articles), "beside it"u8.ToArray()), threshold, TestContext.Current.CancellationToken);
        Assert.Equal("beside it", Encoding.UTF8.GetString(attachment));
        AssertEqual(StoryClustering.Run(articles, stories: new StoryOptions { Threshold = threshold }), read);
    }

    [Fact]
    public void Without_a_threshold_it_is_that_of_the_run_and_writing_it_again_gives_the_same_bytes()
    {
        var found = StoryClustering.Run(Articles(), stories: new StoryOptions { Threshold = 0.12, OutletPenalty = 0.02, SplitsByNames = false });
        var bytes = Written(found);
        var read = StoryArchive.Read(bytes).Result;
        Assert.Equal(found.Options, read.Options);
        AssertEqual(found, read);
        Assert.Equal(bytes.ToArray(), Written(read).ToArray());
    }

    [Fact]
    public void Vectors_of_an_embedder_are_kept_to_the_bit()
    {
        var articles = Articles();
        var vectors = new VectorTable(5);
        for (var i = 0; i < articles.Count; i++) _ = vectors.Add([.. Enumerable.Range(0, 5).Select(j => (float)(Mixing.Avalanche((ulong)((i * 5) + j)) % 1000) - 500)]);
        var found = StoryClustering.Run(Deduplication.Run(articles), new ArticleList(articles), null, vectors);
        Assert.Contains(Enumerable.Range(0, articles.Count), article => found.EvidenceOf(article)?.Embedding is not null);
        AssertEqual(found, StoryArchive.Read(Written(found)).Result);
    }

    [Fact]
    public void Nothing_can_be_kept_too()
    {
        Assert.Empty(StoryArchive.Read(Written(StoryClustering.Run([]))).Result.Stories);
        Assert.Empty(StoryArchive.Read(Written(StoryClustering.Run([new Article("a", ""), new Article("", "one word")]))).Result.Stories);
    }

    [Fact]
    public void A_threshold_below_what_was_kept_is_refused()
    {
        var bytes = Written(StoryClustering.Run(Articles()));
        Assert.Contains("0.03", Assert.Throws<ArgumentOutOfRangeException>(() => StoryArchive.Read(bytes, 0.02)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_kind_or_format_is_refused_with_what_it_is()
    {
        var bytes = Written(StoryClustering.Run(Articles())).ToArray();
        Assert.Contains("holds no stories", Fault("some text"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("holds no stories", Fault([]), StringComparison.Ordinal);
        bytes[8] = 9;
        Assert.Contains("has format 9; this version reads format 1", Fault(bytes), StringComparison.Ordinal);
        bytes[8] = 1;
        bytes[9] ^= 1;
        Assert.Contains("other background frequencies", Fault(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_early_or_goes_on_is_refused()
    {
        var bytes = Written(StoryClustering.Run(Articles(stories: 4)), new byte[100]).ToArray();
        for (var length = 17; length < bytes.Length; length += 61) Assert.Contains("ends early", Fault(bytes[..length]), StringComparison.Ordinal);
        Assert.Contains("ends early", Fault(bytes[..^1]), StringComparison.Ordinal);
        Assert.Contains("something follows", Fault([.. bytes, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var bytes = Written(StoryClustering.Run(Articles(stories: 4)), new byte[100]).ToArray();
        for (var at = 0; at < bytes.Length; at += 7)
        {
            foreach (var bit in new byte[] { 1, 0x40, 0x80, 0xFF })
            {
                var damaged = (byte[])bytes.Clone();
                damaged[at] ^= bit;
                Assert.NotEmpty(Fault(damaged));
            }
        }
    }

    /// <summary>Whoever means harm can make the checksum fit, too: what is read may be nonsense then, and must be no fault of another kind.</summary>
    [Fact]
    public void A_changed_byte_under_a_checksum_that_fits_does_no_harm()
    {
        var bytes = Written(StoryClustering.Run(Articles(stories: 4)), new byte[10]).ToArray();
        var refused = 0;
        for (var at = 17; at < bytes.Length - 8; at += 3)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] = (byte)(Mixing.Avalanche((ulong)at) % 256);
            BitConverter.TryWriteBytes(damaged.AsSpan(^8), System.IO.Hashing.XxHash3.HashToUInt64(damaged.AsSpan(0, damaged.Length - 8)));
            try
            {
                _ = StoryArchive.Read(new MemoryStream(damaged));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 100, bytes.Length);
    }

    private static string Fault(byte[] bytes) => Assert.Throws<InvalidDataException>(() => StoryArchive.Read(new MemoryStream(bytes))).Message;

    /// <summary>Stories with dates and without, a copy, an excerpt, an outlet without a name, and an identifier used twice.</summary>
    private static List<Article> Articles(int stories = 25)
    {
        var articles = InventedStories.Stories(stories, 6).ConvertAll(article => article.Article);
        articles.Add(articles[2] with { Id = "copy", Outlet = "elsewhere" });
        articles.Add(articles[3] with { Id = articles[4].Id, Outlet = null, Published = null, Body = articles[3].Body + " and a few more words" });
        articles.Add(new Article("empty", ""));
        return articles;
    }

    private static MemoryStream Written(StoryResult result, byte[]? attachment = null)
    {
        var stream = new MemoryStream();
        StoryArchive.Write(result, stream, attachment);
        stream.Position = 0;
        return stream;
    }

    private static void AssertEqual(StoryResult expected, StoryResult found)
    {
        Assert.Equal(expected.Pairs, found.Pairs);
        Assert.Equal(expected.Stories.Select(Describe), found.Stories.Select(Describe));
        for (var article = 0; article < expected.Articles.Count; article++)
        {
            Assert.Equal(expected.Articles.IdOf(article), found.Articles.IdOf(article));
            Assert.Equal(expected.Articles.GroupOf(article)?.Id, found.Articles.GroupOf(article)?.Id);
            Assert.Equal(expected.Articles.RemovalOf(article)?.Other, found.Articles.RemovalOf(article)?.Other);
            var (evidence, same) = (expected.EvidenceOf(article), found.EvidenceOf(article));
            Assert.Equal(evidence?.Terms, same?.Terms);
            Assert.Equal(evidence is null ? null : evidence with { Terms = [] }, same is null ? null : same with { Terms = [] });
        }
    }

    private static string Describe(Story story) => $"{story.Id} {story.Canonical} {string.Join(',', story.Articles)} {string.Join(' ', story.Terms)} {story.First} {story.Last} {story.Outlets} {story.Texts}";
}
