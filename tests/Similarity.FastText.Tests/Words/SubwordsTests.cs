using System.Text;
using CsCheck;

namespace Similarity.FastText.Tests;

public sealed class SubwordsTests(TrainedModels models)
{
    [Fact]
    public void The_hash_widens_bytes_as_signed_ones()
    {
        Assert.Equal(2166136261u, Fnv1a.Compute(""u8));
        Assert.Equal(0xE40C292Cu, Fnv1a.Compute("a"u8)); // As published: no byte here is above 0x7F.
        Assert.Equal(0xBF9CF968u, Fnv1a.Compute("foobar"u8));
        Assert.Equal(unchecked((2166136261u ^ 0xFFFFFFC3u) * 16777619u), Fnv1a.Compute([0xC3]));
    }

    [Theory]
    [InlineData("ab", 1, 2, "<a|a|ab|b|b>")]
    [InlineData("ab", 3, 6, "<ab|<ab>|ab>")]
    [InlineData("щу山", 2, 2, "<щ|щу|у山|山>")]
    [InlineData("a", 1, 1, "a")]
    [InlineData("ab", 3, 2, "")]
    [InlineData("ab", -5, 1, "a|b")]
    [InlineData("ab", 0, 0, "")]
    public void Subwords_are_stretches_of_code_points(string word, int least, int most, string expected) =>
        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(gram => (int)Fnv1a.Compute(Encoding.UTF8.GetBytes(gram))),
            Hashes(Encoding.UTF8.GetBytes(word), least, most));

    [Fact]
    public void Subwords_of_any_bytes_are_those_of_the_specification() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array[0, 12], Gen.Byte[0x70, 0xC8].Array[0, 300]), Gen.Int[-1, 7], Gen.Int[-1, 7]).Sample((word, least, most) =>
            Hashes(word, least, most).SequenceEqual(Specified([(byte)'<', .. word, (byte)'>'], least, most)));

    [Fact]
    public void Subwords_are_those_that_the_original_names()
    {
        foreach (var name in new[] { "skipgram", "cbow" })
        {
            using var model = FastTextModel.Open(models[name]);
            foreach (var word in new[] { "zzzz", "щурбан", "雷電山", "ab" })
            {
                var printed = Encoding.UTF8.GetString(OriginalProgram.Run([], "print-ngrams", models[name], word)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                var grams = printed.Select(line => (int)Fnv1a.Compute(Encoding.UTF8.GetBytes(line.Split(' ')[0])));
                Assert.Equal(grams, Hashes(Encoding.UTF8.GetBytes(word), model.Arguments.LeastGram, model.Arguments.MostGram));
            }
        }
    }

    [Fact]
    public void Runs_of_words_widen_hashes_as_signed_ones()
    {
        int[] hashes = [1, -2, 3];
        static int Bucket(params int[] run) => (int)(run.Select(hash => (ulong)(long)hash).Aggregate((sum, hash) => (sum * 116049371) + hash) % 1000);
        var found = new RowList(stackalloc int[1]);
        WordRuns.AddBuckets(hashes, 2, 1000, ref found);
        Assert.Equal([Bucket(1, -2), Bucket(-2, 3)], found.Items.ToArray());
        found.Count = 0;
        WordRuns.AddBuckets(hashes, int.MaxValue, 1000, ref found);
        Assert.Equal([Bucket(1, -2), Bucket(1, -2, 3), Bucket(-2, 3)], found.Items.ToArray());
        found.Dispose();
    }

    private static int[] Hashes(byte[] word, int least, int most)
    {
        var hashes = new RowList(stackalloc int[3]);
        Subwords.AddHashes(word, least, most, ref hashes);
        var found = hashes.Items.ToArray();
        hashes.Dispose();
        return found;
    }

    private static IEnumerable<int> Specified(byte[] marked, int least, int most)
    {
        var starts = Enumerable.Range(0, marked.Length).Where(i => (marked[i] & 0xC0) != 0x80).Append(marked.Length).ToArray();
        for (var start = 0; start < starts.Length - 1; start++)
        {
            for (var points = Math.Max(1, least); points <= most && start + points < starts.Length; points++)
            {
                var (from, to) = (starts[start], starts[start + points]);
                if (points > 1 || (from > 0 && to < marked.Length)) yield return (int)Fnv1a.Compute(marked.AsSpan(from..to));
            }
        }
    }
}
