using System.Text;
using CsCheck;

namespace Similarity.Tests;

public sealed class PassageAlignerTests
{
    private static readonly Gen<(string[] A, string[] B)> Texts = Gen.Select(
        Gen.Int[0, 3], Gen.Int[30, 300], Gen.Int[0, 5], Gen.Int[3, 40], Gen.Int[0, 200], Gen.Int[0, 1000]).Select(
        (seed, words, cuts, every, own, edit) =>
        {
            var a = InventedArticles.Words(seed, words);
            var b = InventedArticles.Edit(a, every, edit).Skip(words * cuts / 10).Concat(InventedArticles.Words(50 + edit, own)).ToArray();
            return (a, b);
        });

    [Fact]
    public void A_text_aligns_with_itself_as_one_passage()
    {
        var words = InventedArticles.Words(1, 200);
        Assert.Equal([new Passage(0, 200, 0, 200, 200, 0, 0)], Align(words, words));
    }

    [Fact]
    public void Passages_lie_in_both_texts_overlap_in_neither_and_share_no_more_than_either_has() => Texts.Sample(texts =>
    {
        var passages = Align(texts.A, texts.B);
        Assert.All(passages, passage =>
        {
            Assert.InRange(passage.StartA, 0, texts.A.Length - passage.WordsA);
            Assert.InRange(passage.StartB, 0, texts.B.Length - passage.WordsB);
            Assert.InRange(passage.Shared, PassageAligner.LeastShared, Math.Min(passage.WordsA, passage.WordsB));
        });
        Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.EndA <= pair.Second.StartA));
        var inB = passages.OrderBy(passage => passage.StartB).ToList();
        Assert.All(inB.Zip(inB.Skip(1)), pair => Assert.True(pair.First.EndB <= pair.Second.StartB));
    });

    [Fact]
    public void It_does_not_matter_which_text_comes_first() => Texts.Sample(texts =>
    {
        var turned = Align(texts.B, texts.A).Select(passage => passage with { StartA = passage.StartB, WordsA = passage.WordsB, StartB = passage.StartA, WordsB = passage.WordsA });
        Assert.Equal(Align(texts.A, texts.B), turned.OrderBy(passage => passage.StartA));
    });

    [Fact]
    public void Any_run_of_shared_words_is_found_wherever_it_stands() => Gen.Select(Gen.Int[12, 60], Gen.Int[0, 300], Gen.Int[0, 300]).Sample((run, before, behind) =>
    {
        var shared = InventedArticles.Words(9, run);
        string[] a = [.. InventedArticles.Words(1, before), .. shared, .. InventedArticles.Words(2, behind)];
        string[] b = [.. InventedArticles.Words(3, behind), .. shared, .. InventedArticles.Words(4, before)];
        var passage = Assert.Single(Align(a, b), passage => passage.StartA <= before && passage.EndA >= before + run);
        Assert.InRange(passage.Shared, run, run + 4);
    });

    [Fact]
    public void A_moved_paragraph_is_a_passage_of_its_own()
    {
        var words = InventedArticles.Words(1, 120);
        var passages = Align(words, [.. words[60..90], .. words[..60], .. words[90..]]);
        Assert.Equal([(0, 30), (60, 0), (90, 90)], passages.Select(passage => (passage.StartA, passage.StartB)));
        Assert.Equal(120, passages.Sum(passage => passage.Shared));
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(17, 2)]
    public void Gaps_of_up_to_sixteen_words_are_bridged(int gap, int passages)
    {
        var words = InventedArticles.Words(1, 80);
        Assert.Equal(passages, Align(words, [.. words[..40], .. InventedArticles.Words(7, gap), .. words[40..]]).Length);
    }

    [Fact]
    public void Exchanged_words_and_words_spelt_otherwise_are_told_apart()
    {
        var words = InventedArticles.Words(1, 60);
        string[] copy = [.. words];
        (words[20], copy[20]) = ("colour", "color");
        (words[40], copy[40]) = ("17", "23");
        Assert.Equal(new Passage(0, 60, 0, 60, 60, Exchanged: 1, Respelt: 1), Assert.Single(Align(words, copy)));
    }

    [Fact]
    public void Noise_on_one_word_in_eight_leaves_one_passage()
    {
        var words = InventedArticles.Words(1, 400);
        var passage = Assert.Single(Align(words, InventedArticles.Edit(words, 8, 3)));
        Assert.InRange(passage.Shared, 390, 400);
    }

    [Fact]
    public void Texts_that_repeat_themselves_cost_linear_memory_and_come_to_an_end()
    {
        string[] same = [.. Enumerable.Repeat("word", 200_000)];
        Assert.Equal(200_000, Align(same, same).Sum(passage => passage.Shared));
        string[] seven = [.. Enumerable.Range(0, 200_000).Select(i => $"w{i % 7}")];
        string[] eleven = [.. Enumerable.Range(0, 200_000).Select(i => $"w{i % 11}")];
        Assert.InRange(Align(seven, eleven).Length, 0, 256);
    }

    private static Passage[] Align(string[] a, string[] b) => new PassageAligner().Align(Read(a), Read(b)).ToArray();

    private static AlignedText Read(string[] words)
    {
        var article = new ArticleBuffer();
        article.Set(ArticleField.Body, Encoding.UTF8.GetBytes(string.Join(' ', words)));
        var compared = new ComparedText(new FeatureOptions { BriefWords = 0, Furniture = FurnitureOptions.None });
        compared.Read(article);
        var text = new AlignedText();
        text.Read(compared);
        return text;
    }
}
