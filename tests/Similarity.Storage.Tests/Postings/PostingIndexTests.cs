using CsCheck;

namespace Similarity.Storage.Tests;

public sealed class PostingIndexTests
{
    [Fact]
    public void It_finds_what_a_dictionary_finds_however_it_is_sealed_merged_and_thinned() =>
        Gen.Select(Gen.UInt[0, 60].Array[1, 12], Gen.Int[0, 9]).Array[1, 300].Sample(
            (texts) =>
            {
                using var store = new MemoryIndexStore();
                var index = PostingIndex.Open(store, new KeySpace(0), 10, 1 << 20, 1 << 20);
                var expected = new Dictionary<ulong, List<int>>();
                var sealedTexts = 0;
                foreach (var (number, (keys, whatElse)) in texts.Index())
                {
                    var text = new StoredText(number, number, 1, default, [], [.. keys.Distinct().Order()], []);
                    index.Add(text);
                    foreach (var key in text.Fingerprints) (expected.TryGetValue(key, out var list) ? list : expected[key] = []).Add(number);
                    if (whatElse == 0)
                    {
                        index.Remove([number / 2]);
                        foreach (var list in expected.Values) _ = list.Remove(number / 2);
                    }
                    // What is frozen is written at once, or while others arrive and go.
                    if (index.IsFull) index.Freeze();
                    if (index.FrozenTexts > sealedTexts && whatElse > 5)
                    {
                        index.Add(index.WriteFrozen(default));
                        sealedTexts = index.FrozenTexts;
                    }
                    if (index.DueForMerge() is { Length: > 0 } due) index.Replace(index.Merge(due, default));
                }
                var found = new PostingList();
                for (ulong key = 0; key <= 61; key++)
                {
                    index.Now.Find(key, found);
                    Assert.Equal(expected.GetValueOrDefault(key, []), found.Texts.ToArray());
                }
                Assert.InRange(index.Segments, 0, 10);
            },
            iter: 60);

    [Fact]
    public void Of_very_many_texts_the_first_and_the_last_are_kept()
    {
        using var store = new MemoryIndexStore();
        var index = PostingIndex.Open(store, new KeySpace(0), 100, 1 << 20, 1 << 20);
        for (var number = 0; number < 2000; number++)
        {
            index.Add(new StoredText(number, number, 1, default, [], [7], []));
            if (index.IsFull) index.Seal();
            if (index.DueForMerge() is { Length: > 0 } due) index.Replace(index.Merge(due, default));
        }
        var found = new PostingList();
        index.Now.Find(7, found);
        found.Trim();
        Assert.Equal([.. Enumerable.Range(0, PostingList.First), .. Enumerable.Range(2000 - PostingList.Last, PostingList.Last)], found.Texts.ToArray());
        Assert.Equal(2000 - PostingList.First - PostingList.Last, found.Unkept);
    }
}
