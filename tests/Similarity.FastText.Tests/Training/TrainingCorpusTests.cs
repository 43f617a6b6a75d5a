using System.Text;

namespace Similarity.FastText.Tests;

public sealed class TrainingCorpusTests
{
    [Fact]
    public void Lines_of_a_stream_are_the_same_wherever_it_is_cut()
    {
        var text = InventedText.Lines(300, seed: 1) + "last line without end";
        var whole = new TrainingCorpus();
        foreach (var line in text.Split('\n')) Assert.True(whole.AddLine(Encoding.UTF8.GetBytes(line)));
        var cut = new TrainingCorpus();
        Assert.True(cut.AddLines(new Trickle(Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken));
        Assert.Equal((whole.Tokens, whole.Lines), (cut.Tokens, cut.Lines));
        Assert.Equal(whole.Numbers.SelectMany(numbers => numbers), cut.Numbers.SelectMany(numbers => numbers));
    }

    [Fact]
    public void A_full_corpus_takes_no_more_lines()
    {
        var corpus = new TrainingCorpus(maxTokens: 5);
        Assert.True(corpus.AddLine("a b c"u8));
        Assert.True(corpus.AddLine("d e f g h"u8));
        Assert.True(corpus.IsFull);
        Assert.False(corpus.AddLine("i"u8));
        Assert.Equal((10, 2), (corpus.Tokens, corpus.Lines));
        Assert.False(corpus.AddLines(new MemoryStream("j\nk\n"u8.ToArray()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Long_lines_are_trained_in_parts_and_every_word_is_in_one()
    {
        var corpus = new TrainingCorpus();
        _ = corpus.AddLine(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"w{i}"))));
        var (_, entryOf) = VocabularyBuilder.Build(corpus.Words, 1, withLabels: false, corpus.Tokens);
        var lines = new CorpusLines(corpus.Numbers, entryOf, corpus.Words.EndOfLine);
        var buffer = new int[TrainingCorpus.MaxLineTokens];
        var read = Enumerable.Range(0, lines.Count).SelectMany(line => buffer[..lines.Read(line, buffer)]).ToList();
        Assert.Equal(5001, read.Count);
        Assert.Equal(5001, read.Distinct().Count());
        Assert.Equal(5, lines.Count);
        Assert.Equal(2, lines.LineAt(2048));
    }

    [Fact]
    public void Rare_words_are_forgotten_when_there_are_too_many()
    {
        var words = new CorpusWords(most: 100);
        for (var i = 0; i < 1000; i++)
        {
            _ = words.NumberOf(Encoding.UTF8.GetBytes($"rare{i}"), isLabel: false);
            _ = words.NumberOf(Encoding.UTF8.GetBytes($"often{i % 7}"), isLabel: false);
        }
        var (vocabulary, _) = VocabularyBuilder.Build(words, 1, withLabels: false, 2000);
        Assert.InRange(vocabulary.WordCount, 8, 101);
        Assert.All(Enumerable.Range(0, 7), i => Assert.InRange(vocabulary.CountOf(vocabulary.Find(Encoding.UTF8.GetBytes($"often{i}"))), 142, 143));
    }

    [Fact]
    public void Negatives_are_drawn_by_the_square_roots_of_counts()
    {
        long[] counts = [10_000, 2500, 400, 100, 1, 0];
        var table = new NegativeTable(counts);
        var random = new TrainingRandom(4);
        var drawn = new int[counts.Length];
        for (var i = 0; i < 1_000_000; i++) drawn[table.Draw(random.Next())]++;
        var sum = counts.Sum(count => Math.Sqrt(Math.Max(1, count)));
        for (var i = 0; i < counts.Length; i++) Assert.Equal(Math.Sqrt(Math.Max(1, counts[i])) / sum, drawn[i] / 1e6, 0.002);
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        private int _step;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + (_step++ % 13)));
    }
}
