using System.Text;
using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>How stories are found is kept with an index, and cannot be changed unnoticed.</summary>
public sealed class StoryHeaderTests : IDisposable
{
    private readonly MemoryIndexStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void An_index_with_other_stories_than_are_asked_for_is_refused_and_both_sides_are_named()
    {
        Open(new OnlineStoryOptions { KeepDays = 7, MostTexts = 100, Stories = new StoryOptions { Threshold = 0.2 } }).Dispose();
        Refused(new OnlineStoryOptions { MostTexts = 100, Stories = new StoryOptions { Threshold = 0.2 } }, "made with story days 7; \"all\" was asked for");
        Refused(new OnlineStoryOptions { KeepDays = 7, MostTexts = 99, Stories = new StoryOptions { Threshold = 0.2 } }, "made with story texts 100; 99 was asked for");
        Refused(new OnlineStoryOptions { KeepDays = 7, MostTexts = 100 }, "made with story threshold 0.2; 0.09 was asked for");
        Refused(null, "made with stories true; false was asked for");
        // What changes no story may differ.
        Open(new OnlineStoryOptions { KeepDays = 7, MostTexts = 100, RearrangeAfter = 2, Stories = new StoryOptions { Threshold = 0.2, Threads = 2 } }).Dispose();
    }

    [Fact]
    public void An_index_without_stories_stays_without()
    {
        Open(null).Dispose();
        Refused(new OnlineStoryOptions(), "made with stories false; true was asked for");
        using var index = ArticleIndex.Open(new Undisposed(_store), new ArticleIndexOptions());
        Assert.Null(index.Add(InventedStories.Article("a", 1, 1)).Story);
    }

    [Theory]
    [InlineData(0.09)]
    [InlineData(0.9)]
    public void Opened_again_without_saying_how_stories_are_found_an_index_goes_on_as_it_was_made(double threshold)
    {
        Open(new OnlineStoryOptions { RearrangeAfter = double.PositiveInfinity, Stories = new StoryOptions { Threshold = threshold } }).Dispose();
        using var index = ArticleIndex.Open(_store, new ArticleIndexOptions());
        var stories = Enumerable.Range(0, 60).Select(i => index.Add(InventedStories.Article($"a{i}", i % 4, i, i / 10)).Story).Distinct().Count();
        if (threshold > 0.5) Assert.Equal(60, stories);
        else Assert.InRange(stories, 4, 40);
        Assert.Contains(KeyValuePair.Create("story days", "\"all\""), index.Describe(TestContext.Current.CancellationToken).MadeWith);
    }

    [Fact]
    public void A_header_that_does_not_say_takes_what_is_asked_for_first()
    {
        Open(null).Dispose();
        var batch = new StoreBatch();
        batch.Put(KeySpace.Header, IndexHeader.Create(new DeduplicationOptions()));
        _store.Write(batch, durable: true);
        using (ArticleIndex.Open(new Undisposed(_store), new ArticleIndexOptions { IsReadOnly = true, Stories = new OnlineStoryOptions { KeepDays = 3 } })) Assert.DoesNotContain("stories", Header(), StringComparison.Ordinal);
        Open(new OnlineStoryOptions { KeepDays = 7 }).Dispose();
        Assert.Contains("\"story days\":7", Header(), StringComparison.Ordinal);
        Refused(new OnlineStoryOptions { KeepDays = 30 }, "made with story days 7; 30 was asked for");
    }

    [Fact]
    public void A_header_with_a_story_option_that_cannot_be_is_damaged()
    {
        Open(new OnlineStoryOptions { KeepDays = 7 }).Dispose();
        var batch = new StoreBatch();
        batch.Put(KeySpace.Header, Encoding.UTF8.GetBytes(Header().Replace("\"story days\":7", "\"story days\":\"many\"", StringComparison.Ordinal)));
        _store.Write(batch, durable: true);
        var fault = Assert.Throws<InvalidDataException>(() => ArticleIndex.Open(new Undisposed(_store), new ArticleIndexOptions()));
        Assert.StartsWith("The index is damaged: its header", fault.Message, StringComparison.Ordinal);
    }

    private ArticleIndex Open(OnlineStoryOptions? stories) => ArticleIndex.Open(new Undisposed(_store), new ArticleIndexOptions { Stories = stories });

    private string Header() => Encoding.UTF8.GetString(_store.Read(KeySpace.Header)!);

    private void Refused(OnlineStoryOptions? stories, string message) =>
        Assert.Contains(message, Assert.Throws<IndexMismatchException>(() => Open(stories)).Message, StringComparison.Ordinal);
}
