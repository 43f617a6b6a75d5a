using Similarity.Tests;

namespace Similarity.Storage.Tests;

/// <summary>Indexes of every version of the format stay readable, and say what they said. A directory a version; none is ever changed.</summary>
public sealed class FrozenIndexTests
{
    [Theory]
    [InlineData("v1")]
    public void An_index_of_an_earlier_version_is_read_and_goes_on(string version)
    {
        using var scratch = new Scratch();
        var frozen = Path.Combine(SharedData.Repository, "tests", "Similarity.Storage.Tests", "Frozen", version);
        _ = Directory.CreateDirectory(scratch["store"]);
        foreach (var file in Directory.GetFiles(Path.Combine(frozen, "store"))) File.Copy(file, Path.Combine(scratch["store"], Path.GetFileName(file)));
        var expected = File.ReadAllLines(Path.Combine(frozen, "verdicts.tsv"));
        using (var index = ArticleIndex.Open(scratch.Folder, new ArticleIndexOptions { IsReadOnly = true })) Assert.Equal(expected, Describe(index));
        using (var index = ArticleIndex.Open(scratch.Folder))
        {
            Assert.Empty(index.Verify());
            Assert.Equal(ArticleStanding.New, index.Add(InventedArticles.Article("later", InventedArticles.Words(1, 100))).Standing);
            Assert.True(index.Remove("later"));
            Assert.Equal(expected, Describe(index));
            // What its version did not write down is what is usual.
            Assert.Contains(KeyValuePair.Create("story days", "30"), index.Describe().MadeWith);
        }
    }

    private static IEnumerable<string> Describe(ArticleIndex index) => index.Articles().Select(entry => index.VerdictOf(entry.Article.Id)!).Select(verdict => string.Join(
        '\t', verdict.Id, verdict.Standing.ToString().ToLowerInvariant(), verdict.Group ?? "-", verdict.Canonical ?? "-", verdict.Match?.Other ?? "-", verdict.Match?.Kind.ToString().ToLowerInvariant() ?? "-"));
}
