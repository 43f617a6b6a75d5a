namespace Similarity.Tests;

public sealed class NameSplitTests
{
    [Fact]
    public void A_story_whose_names_form_two_halves_is_two_stories()
    {
        var found = Large(["Ostrava", "Belluno"]);
        Assert.Equal([9, 9], found.Select(story => story.Articles.Count));
        Assert.All(found, story => Assert.Single(story.Articles.Select(article => article % 2).Distinct()));
    }

    [Fact]
    public void One_whose_names_are_common_to_all_is_one()
    {
        Assert.Equal(18, Assert.Single(Large(["Ostrava", "Ostrava"])).Articles.Count);
    }

    private static List<Story> Large(string[] places) => [.. StoryClustering.Run(Elections(places)).Stories.Where(story => story.Articles.Count > 3)];

    /// <summary>Eighteen reports in nearly the same words, of two places by turns, each with a few words of its own; and other news.</summary>
    private static List<Article> Elections(string[] places)
    {
        var words = InventedArticles.Words(4711, 70);
        var articles = Enumerable.Range(0, 18).Select(i =>
        {
            var place = places[i % 2];
            var names = Enumerable.Range(0, 5).Select(name => $"{place}{(char)('a' + name)}son");
            var text = words.Where((_, word) => Mixing.Avalanche((ulong)((i * 100) + word)) % 3 != 0).Concat(InventedArticles.Words(9000 + i, 12)).Concat(names).Concat(names);
            return new Article($"e{i}", string.Join(' ', text.OrderBy(word => Mixing.Avalanche((ulong)((i * 7919L) + (word[1] * 31) + word[^1]))))) { Outlet = $"o{i}" };
        });
        return [.. articles, .. InventedStories.Stories(40, 3).Select(article => article.Article)];
    }
}
