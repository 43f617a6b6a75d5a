using System.Text;

namespace Similarity.FastText.Tests;

public sealed class VectorFileTests(TrainedModels models)
{
    [Theory]
    [MemberData(nameof(TrainedModels.Unsupervised), MemberType = typeof(TrainedModels))]
    public void Vectors_are_written_as_the_original_writes_them(string name)
    {
        using var model = FastTextModel.Open(models[name]);
        using var saved = new MemoryStream();
        VectorFile.Save(model, saved);
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(models[name], "vec")), Encoding.UTF8.GetString(saved.ToArray()));
    }

    [Fact]
    public void Vectors_that_are_read_and_written_are_the_same_bytes_again()
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf("skipgram.bin"));
        using var first = Save(model);
        using var read = VectorFile.Load(first);
        using var second = Save(read);
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Equal(model.Vocabulary.WordCount, read.Vocabulary.Count);
        foreach (var word in FrozenModels.Lines("words").Take(14)) Expect.Near(model.WordVector(word), read.WordVector(word), word);
        Assert.False(read.WordVector("unknown"u8, new float[4]));
    }

    [Fact]
    public void Vectors_become_a_model_that_the_original_reads()
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("3 2\nbari 1 -0.5 \nщур 0 2\r\n山\u00A0水 1e-3 1E2"));
        using var model = VectorFile.Load(text);
        var path = models.NewFile("from-vectors.bin");
        using (var file = File.Create(path)) model.Save(file);
        var printed = OriginalProgram.WordVectors(path, 2, [.. new[] { "bari", "щур", "山\u00A0水", "none" }.Select(Encoding.UTF8.GetBytes)]);
        Assert.Equal([[1, -0.5f], [0, 2], [0.001f, 100], [0, 0]], printed);
        Assert.Equal([0.001f, 100], model.WordVector("山\u00A0水"));
    }

    [Fact]
    public void Of_a_repeated_word_the_first_vector_counts()
    {
        using var model = VectorFile.Load(new MemoryStream("3 1\na 1\nb 2\na 3\n"u8.ToArray()));
        Assert.Equal(2, model.Vocabulary.Count);
        Assert.Equal([1f], model.WordVector("a"));
        using var saved = new MemoryStream();
        model.Save(saved);
        using var again = FastTextModel.Load(saved.ToArray());
        Assert.Equal([2f], again.WordVector("b"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n", 0)]
    [InlineData("2", 0)]
    [InlineData("x 2\n", 0)]
    [InlineData("-1 2\n", 0)]
    [InlineData("1 0\n", 0)]
    [InlineData("1 65537\na 1\n", 0)]
    [InlineData("99999999999 2\n", 0)]
    [InlineData("2 1\na 1\n", 8)]
    [InlineData("1 1\na 1\nb 2\n", 8)]
    [InlineData("1 1\n\n", 4)]
    [InlineData("1 1\na\n", 4)]
    [InlineData("1 1\n 1\n", 4)]
    [InlineData("1 2\na 1\n", 4)]
    [InlineData("1 2\na 1 2 3\n", 4)]
    [InlineData("1 2\na 1  2\n", 4)]
    [InlineData("1 2\na 1 x\n", 4)]
    [InlineData("1 2\na 1 nan\n", 4)]
    [InlineData("1 2\na 1 1e99\n", 4)]
    [InlineData("1 2\na 1,5 2\n", 4)]
    [InlineData("1 1\na\0b 1\n", 4)]
    [InlineData("2147483647 65536\na 1\n", 17)]
    public void A_damaged_file_is_refused(string text, long offset)
    {
        var refusal = Assert.Throws<ModelFormatException>(() => VectorFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(offset, refusal.Offset);
    }

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        using var endless = new Endless();
        Assert.Throws<ModelFormatException>(() => new VectorFileReader(endless));
        Assert.InRange(endless.Given, 1, 40_000_000);
    }

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf("skipgram.bin"));
        using var saved = Save(model);
        var mutation = new Mutation([saved.ToArray()], seed: 5);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            try
            {
                using var loaded = VectorFile.Load(new MemoryStream(mutation.Of(saved.ToArray())));
                _ = loaded.SentenceVector("baton velku");
                read++;
            }
            catch (ModelFormatException)
            {
            }
        }
        Assert.InRange(read, 200, 19_800);
    }

    [Fact]
    public void What_could_not_be_read_again_is_not_written()
    {
        using var stream = new MemoryStream();
        using var writer = new VectorFileWriter(stream, 1, 2);
        Assert.Throws<ArgumentException>(() => writer.Write("a b"u8, [1, 2]));
        Assert.Throws<ArgumentException>(() => writer.Write(""u8, [1, 2]));
        Assert.Throws<ArgumentException>(() => writer.Write("a"u8, [1]));
        Assert.Throws<ArgumentException>(() => writer.Write("a"u8, [1, float.NaN]));
        writer.Write("a"u8, [1, 2]);
        Assert.Throws<InvalidOperationException>(() => writer.Write("b"u8, [1, 2]));
    }

    private static MemoryStream Save(FastTextModel model)
    {
        var stream = new MemoryStream();
        VectorFile.Save(model, stream);
        stream.Position = 0;
        return stream;
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'1');
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
