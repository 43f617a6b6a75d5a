using CsCheck;

namespace Similarity.Tests;

public sealed class DeduplicationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Texts_that_differ_in_typography_only_are_identical()
    {
        var result = Deduplication.Run(
        [
            new("a", "“Don’t panic,” the mayor of Ålesund said – twice. " + string.Join(' ', InventedArticles.Words(1, 40))),
            new("b", "\"DON'T PANIC\", the mayor of A\u030Alesund said - twice... " + string.Join("\n\n", InventedArticles.Words(1, 40)).ToUpperInvariant()),
        ]);
        var match = Assert.IsType<Match>(result.RemovalOf(1));
        Assert.Equal(MatchKind.Identical, match.Kind);
        Assert.Equal(1, match.Overlap.Resemblance);
        Assert.Null(result.RemovalOf(0));
    }

    [Fact]
    public void Every_kind_of_match_is_found()
    {
        var wire = InventedArticles.Words(1, 400);
        var result = Deduplication.Run(
        [
            InventedArticles.Article("wire", wire, Noon),
            InventedArticles.Article("identical", wire, Noon.AddHours(1)),
            InventedArticles.Article("reprint", InventedArticles.Edit(wire, every: 60, seed: 2), Noon.AddHours(2)),
            InventedArticles.Article("excerpt", wire[..120], Noon.AddHours(3)),
            InventedArticles.Article("extended", [.. wire, .. InventedArticles.Words(3, 500)], Noon.AddHours(4)),
            InventedArticles.Article("derived", [.. InventedArticles.Words(4, 150), .. wire[..150]], Noon.AddHours(5)),
            InventedArticles.Article("other", InventedArticles.Words(5, 400), Noon.AddHours(6)),
        ]);
        Assert.Equal(
            [null, MatchKind.Identical, MatchKind.Reprint, MatchKind.Excerpt, MatchKind.Excerpt, null, null],
            Enumerable.Range(0, 7).Select(article => result.RemovalOf(article)?.Kind));
        var derived = Assert.Single(result.GroupOf(5)!.Members, member => member.Article == 5);
        Assert.Equal((0, MatchKind.Derived, false), (derived.Other, derived.Kind, derived.IsRemoval));
        Assert.Null(result.GroupOf(6));
    }

    [Fact]
    public void Nothing_chains()
    {
        // Each resembles the next, and the ends share nothing.
        var words = InventedArticles.Words(1, 1000);
        var articles = Enumerable.Range(0, 7).Select(i => InventedArticles.Article($"{i}", words[(i * 100)..((i * 100) + 400)])).ToList();
        var result = Deduplication.Run(articles, new DeduplicationOptions { Keep = KeepOrder.First });
        Assert.All(result.Groups.SelectMany(group => group.Members), member => Assert.InRange(Math.Abs(member.Article - member.Other), 1, member.IsRemoval ? 1 : 2));
        Assert.All(result.Groups, group => Assert.InRange(group.Members.Count, 1, 4));
        Assert.InRange(result.Removed, 1, 4);
    }

    [Fact]
    public void Copies_of_a_derived_text_are_removed_in_its_favour()
    {
        var wire = InventedArticles.Words(1, 300);
        string[] derived = [.. InventedArticles.Words(4, 200), .. wire[..120]];
        var result = Deduplication.Run(
        [
            InventedArticles.Article("wire", wire, Noon),
            InventedArticles.Article("derived", derived, Noon.AddHours(1)),
            InventedArticles.Article("copy", InventedArticles.Edit(derived, 50, 9), Noon.AddHours(2)),
        ]);
        Assert.Null(result.RemovalOf(1));
        Assert.Equal(1, result.RemovalOf(2)!.Other);
    }

    [Fact]
    public void Derived_texts_are_removed_when_asked_for()
    {
        var wire = InventedArticles.Words(1, 300);
        var result = Deduplication.Run(
            [InventedArticles.Article("wire", wire), InventedArticles.Article("derived", [.. InventedArticles.Words(4, 100), .. wire[..160]])],
            new DeduplicationOptions { Loosest = MatchKind.Derived, Keep = KeepOrder.First });
        Assert.Equal(MatchKind.Derived, result.RemovalOf(1)!.Kind);
    }

    [Theory]
    [InlineData(KeepOrder.Earliest, "b")]
    [InlineData(KeepOrder.Longest, "c")]
    [InlineData(KeepOrder.First, "a")]
    [InlineData(KeepOrder.Outlets, "d")]
    public void The_canonical_is_chosen_by_the_rule(KeepOrder keep, string expected)
    {
        var words = InventedArticles.Words(1, 300);
        var result = Deduplication.Run(
        [
            InventedArticles.Article("a", words, null, "one"),
            InventedArticles.Article("b", words[..290], Noon, "two"),
            InventedArticles.Article("c", [.. words, .. InventedArticles.Words(2, 10)], Noon.AddDays(1), "three"),
            InventedArticles.Article("d", words, Noon.AddDays(2), "Four"),
        ],
        new DeduplicationOptions { Keep = keep, PreferredOutlets = ["four"] });
        Assert.Equal(expected, result.IdOf(Assert.Single(result.Groups).Canonical));
    }

    [Fact]
    public void Headlines_that_differ_in_one_word_are_different_texts()
    {
        var result = Deduplication.Run(
        [
            new("a", null) { Title = "Fire destroys furniture warehouse in Norbury" },
            new("b", null) { Title = "Fire destroys furniture warehouse in Walden" },
            new("c", null) { Title = "Fire destroys furniture warehouse in Norbury!" },
            new("d", "Cat") { Title = "" },
            new("e", "Dog"),
        ]);
        Assert.Equal([null, null, 0, null, null], Enumerable.Range(0, 5).Select(article => result.RemovalOf(article)?.Other));
    }

    [Fact]
    public void Empty_articles_are_never_copies_of_each_other()
    {
        var result = Deduplication.Run([new("a", null), new("b", ""), new("c", " \u200B—! "), new("d", null) { Title = "…" }]);
        Assert.Equal(0, result.Removed);
        Assert.All(Enumerable.Range(0, 4), article => Assert.Equal(TextForm.Empty, result.FormOf(article)));
        Assert.Empty(result.Groups);
    }

    [Theory]
    [InlineData("東京都は十五日、臨海部の新しい防潮堤の工事を来年の春に始めると発表した。工事は三年かかる見通しで、費用は四百億円を超える。", "大阪府は十六日、淀川の古い橋の架け替え計画を見直すと明らかにした。地元の商店街からは早い再開を求める声が相次いでいる。")]
    [InlineData("แม่น้ำสายใหญ่ล้นตลิ่งเมื่อคืนวันอังคารหลังฝนตกหนักติดต่อกันสามวัน ชาวบ้านกว่าพันคนต้องย้ายไปอยู่ที่โรงเรียนบนเนินเขา", "สภาเมืองอนุมัติงบประมาณสำหรับตลาดแห่งใหม่ใกล้สถานีรถไฟ โดยคาดว่าจะเปิดให้บริการได้ภายในสิ้นปีหน้า ผู้ค้ารายย่อยต่างยินดี")]
    [InlineData("أعلنت بلدية المدينة يوم الاثنين إغلاق الجسر القديم أمام المركبات لمدة ستة أشهر من أجل أعمال الصيانة وقال المهندس المشرف إن المشاة سيتمكنون من العبور في ساعات النهار فقط حتى انتهاء العمل", "فاز فريق الميناء على ضيفه بهدف متأخر في الدقيقة الأخيرة من المباراة التي أقيمت أمام جمهور كبير وقال المدرب إن اللاعبين يستحقون إجازة قصيرة قبل بداية الموسم الجديد في الشهر المقبل")]
    public void Copies_are_found_and_others_left_alone_in_every_script(string text, string other)
    {
        var result = Deduplication.Run([new("a", text), new("b", text + " ."), new("c", other)]);
        Assert.Equal([null, 0, null], Enumerable.Range(0, 3).Select(article => result.RemovalOf(article)?.Other));
    }

    [Fact]
    public void Evidence_is_the_exact_overlap_and_threads_do_not_matter() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[20, 200], Gen.Int[0, 150], Gen.Int[3, 60], Gen.Int[0, 1_000_000]).Array[2, 40].Sample(
            shapes =>
            {
                var articles = shapes.Select((shape, i) => InventedArticles.Article(
                    $"{i}",
                    [
                        .. InventedArticles.Edit(InventedArticles.Words(shape.Item1, shape.Item2), shape.Item4, shape.Item5),
                        .. InventedArticles.Words(100 + i, shape.Item3),
                    ])).ToList();
                var result = Deduplication.Run(articles, new DeduplicationOptions { Threads = 1 });
                var parallel = Deduplication.Run(articles, new DeduplicationOptions { Threads = 3 });
                Assert.Equal(Describe(result), Describe(parallel));
                var options = new DeduplicationOptions().Knowing(Deduplication.LearnFurniture(articles));
                foreach (var match in result.Groups.SelectMany(group => group.Members))
                {
                    var comparison = ArticleComparison.Of(articles[match.Article], articles[match.Other], options);
                    Assert.Equal(match.Kind, comparison.Kind);
                    if (match.Kind != MatchKind.Identical) Assert.Equal(match.Overlap, comparison.Overlap);
                }
            },
            iter: 60);

    [Fact]
    public void A_paragraph_that_all_articles_share_costs_linear_work()
    {
        var template = InventedArticles.Words(0, 60);
        var articles = Enumerable.Range(1, 3000).Select(i => InventedArticles.Article($"{i}", [.. template, .. InventedArticles.Words(i, 150)])).ToList();
        var result = Deduplication.Run(articles);
        Assert.Equal(0, result.Removed);
        Assert.InRange(result.Verified, 0, 60 * articles.Count);
    }

    [Fact]
    public void Names_of_groups_do_not_change_when_other_articles_join_the_run()
    {
        var wire = InventedArticles.Words(1, 100);
        List<Article> articles = [InventedArticles.Article("a", wire, Noon), InventedArticles.Article("b", wire, Noon.AddDays(1))];
        var name = Deduplication.Run(articles).Groups[0].Id;
        articles.Insert(0, InventedArticles.Article("z", InventedArticles.Words(2, 100)));
        articles.Add(InventedArticles.Article("c", wire[..90], Noon.AddDays(2)));
        Assert.Equal(name, Deduplication.Run(articles).Groups[0].Id);
        Assert.StartsWith("g-", name, StringComparison.Ordinal);
    }

    [Fact]
    public void One_identifier_with_two_texts_is_reported_and_one_with_the_same_text_is_a_copy()
    {
        var result = Deduplication.Run(
        [
            InventedArticles.Article("same", InventedArticles.Words(1, 50)),
            InventedArticles.Article("same", InventedArticles.Words(2, 50)),
            InventedArticles.Article("other", InventedArticles.Words(3, 50)),
            InventedArticles.Article("other", InventedArticles.Words(3, 50)),
        ]);
        Assert.Equal([(1, 0)], result.RepeatedIds);
        Assert.Equal(2, result.RemovalOf(3)!.Other);
    }

    [Fact]
    public void A_missing_identifier_is_derived_from_the_content()
    {
        var words = InventedArticles.Words(1, 50);
        var result = Deduplication.Run([InventedArticles.Article("", words), InventedArticles.Article("", words), InventedArticles.Article("", words[..40])]);
        Assert.True(result.IdIsDerived(0));
        Assert.Matches("^x-[0-9a-f]{16}$", result.IdOf(0));
        Assert.Equal(result.IdOf(0), result.IdOf(1));
        Assert.NotEqual(result.IdOf(0), result.IdOf(2));
    }

    private static string Describe(DeduplicationResult result) => string.Join('\n', result.Groups.Select(group =>
        $"{group.Id} {group.Canonical} {string.Join(';', group.Members)}"));
}
