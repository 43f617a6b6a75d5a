namespace Similarity.Storage.Tests;

public sealed class ClosingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("similarity-closing-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Closing_while_others_ask_and_add_ends_them_in_order()
    {
        var path = Path.Combine(_folder.FullName, "index");
        using (var index = ArticleIndex.Open(path)) index.AddRange([.. Enumerable.Range(0, 300).Select(Article)]);
        for (var round = 0; round < 5; round++)
        {
            var index = ArticleIndex.Open(path);
            var from = 1000 * (round + 1);
            Action[] calls =
            [
                () => _ = index.Articles().Count(),
                () => _ = index.Find(Article(7)),
                () => _ = index.EventsAfter(0).Count(),
                () => _ = index.Statistics,
                () => _ = index.GroupOf("a7").Count(),
                () => index.Add(Article(Interlocked.Increment(ref from))),
            ];
            var others = Array.ConvertAll(calls, call => Task.Run(() => CallUntilClosed(call)));
            await Task.Delay(20 + (round * 20), TestContext.Current.CancellationToken);
            index.Dispose();
            await Task.WhenAll(others);
        }
        using var again = ArticleIndex.Open(path);
        Assert.Empty(again.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_the_file_that_names_its_contents_an_index_is_refused_and_left_as_it_is()
    {
        var path = Path.Combine(_folder.FullName, "index");
        using (var index = ArticleIndex.Open(path))
        {
            index.AddRange([.. Enumerable.Range(0, 50).Select(Article)]);
            index.Compact(TestContext.Current.CancellationToken);
        }
        var current = Path.Combine(path, "store", "CURRENT");
        var content = File.ReadAllBytes(current);
        File.Delete(current);
        for (var i = 0; i < 2; i++) Assert.Contains("CURRENT", Assert.Throws<IOException>(() => ArticleIndex.Open(path)).Message);
        File.WriteAllBytes(current, content);
        using var again = ArticleIndex.Open(path);
        Assert.Equal(50, again.Statistics.Articles);
        Assert.Empty(again.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void To_keep_for_longer_than_there_are_dates_is_to_keep_for_ever()
    {
        using var index = ArticleIndex.InMemory(new ArticleIndexOptions { KeepFor = TimeSpan.MaxValue });
        foreach (var number in Enumerable.Range(0, 70)) index.Add(Article(number));
        index.Compact(TestContext.Current.CancellationToken);
        Assert.Equal(70, index.Statistics.Articles);
    }

    private static void CallUntilClosed(Action call)
    {
        try
        {
            while (true) call();
        }
        catch (ObjectDisposedException)
        {
            // Closed, and told so.
        }
    }

    private static Article Article(int number) =>
        new($"a{number}", string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{(number * 31) + i}"))) { Title = $"Story {number}", Outlet = $"outlet-{number % 5}" };
}
