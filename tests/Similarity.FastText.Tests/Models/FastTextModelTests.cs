using System.Buffers.Binary;
using System.Text;

namespace Similarity.FastText.Tests;

public sealed class FastTextModelTests(TrainedModels models)
{
    private const string Line = "baton velku  山川 unknown\n";

    [Theory]
    [MemberData(nameof(FrozenModels.All), MemberType = typeof(FrozenModels))]
    public void However_a_model_is_opened_its_vectors_have_the_same_bits(string file)
    {
        using var mapped = FastTextModel.Open(FrozenModels.PathOf(file));
        using var used = FastTextModel.Load(FrozenModels.Bytes(file));
        using var stream = File.OpenRead(FrozenModels.PathOf(file));
        using var streamed = FastTextModel.Load(stream);
        using var trickle = new Trickle(FrozenModels.Bytes(file));
        using var trickled = FastTextModel.Load(trickle);
        foreach (var other in new[] { used, streamed, trickled })
        {
            Assert.Equal(mapped.Arguments, other.Arguments);
            Assert.Equal(mapped.SentenceVector(Line), other.SentenceVector(Line));
            foreach (var word in FrozenModels.Lines("words")) Assert.Equal(mapped.WordVector(word), other.WordVector(word));
        }
    }

    [Theory]
    [MemberData(nameof(FrozenModels.All), MemberType = typeof(FrozenModels))]
    public void A_saved_model_is_the_file_it_came_from(string file)
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf(file));
        Assert.Equal(FrozenModels.Bytes(file), Save(model));
    }

    [Theory]
    [MemberData(nameof(TrainedModels.All), MemberType = typeof(TrainedModels))]
    public void The_original_gives_a_saved_model_the_same_vectors(string name)
    {
        using var model = FastTextModel.Open(models[name]);
        var saved = models.NewFile("saved-" + name);
        File.WriteAllBytes(saved, Save(model));
        Assert.Equal(File.ReadAllBytes(models[name]), File.ReadAllBytes(saved));
        byte[][] words = [.. InventedText.Words.Take(50).Select(Encoding.UTF8.GetBytes)];
        var printed = OriginalProgram.WordVectors(saved, model.Dimension, words);
        for (var i = 0; i < words.Length; i++) Expect.Near(printed[i], model.WordVector(Encoding.UTF8.GetString(words[i])), InventedText.Words[i]);
    }

    [Theory]
    [InlineData("softmax")]
    [InlineData("skipgram")]
    public void Version_11_is_read_as_the_original_reads_it(string name)
    {
        var bytes = File.ReadAllBytes(models[name]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 11);
        var path = models.NewFile("version-11-" + name);
        File.WriteAllBytes(path, bytes);
        using var model = FastTextModel.Open(path);
        using var saved = FastTextModel.Load(Save(model));
        byte[][] words = [.. InventedText.Words.Take(50).Select(Encoding.UTF8.GetBytes), .. InventedText.UnknownWords];
        var printed = OriginalProgram.WordVectors(path, model.Dimension, words);
        var vector = new float[model.Dimension];
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var read in new[] { model, saved })
            {
                _ = read.WordVector(words[i], vector);
                Expect.Near(printed[i], vector, $"word {i}");
            }
        }
    }

    [Fact]
    public void What_follows_a_model_is_not_read()
    {
        using var model = FastTextModel.Load((byte[])[.. FrozenModels.Bytes("softmax.bin"), 1, 2, 3]);
        Assert.Equal(FrozenModels.Bytes("softmax.bin"), Save(model));
    }

    [Fact]
    public void A_model_that_was_disposed_of_says_so()
    {
        var model = FastTextModel.Open(FrozenModels.PathOf("softmax.bin"));
        model.Dispose();
        model.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.WordVector("baton"));
        Assert.Throws<ObjectDisposedException>(() => model.SentenceVector("baton"));
        Assert.Throws<ObjectDisposedException>(() => model.PredictLabels("baton"));
        Assert.Throws<ObjectDisposedException>(() => Save(model));
        Assert.Equal("baton", model.Vocabulary.TextOf(model.Vocabulary.Find("baton"u8)));
    }

    [Fact]
    public void Threads_see_the_same_vectors_until_the_model_is_disposed_of()
    {
        var model = FastTextModel.Open(FrozenModels.PathOf("hs.bin"));
        var (expected, labels) = (model.SentenceVector(Line), model.PredictLabels(Line, 4));
        var calls = 0;
        Parallel.For(0, 8, worker =>
        {
            try
            {
                while (true)
                {
                    Assert.Equal(expected, model.SentenceVector(Line));
                    Assert.Equal(labels, model.PredictLabels(Line, 4));
                    if (Interlocked.Increment(ref calls) == 5000) model.Dispose();
                }
            }
            catch (ObjectDisposedException)
            {
            }
        });
        Assert.True(calls >= 5000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void A_vector_of_another_length_is_refused(int length)
    {
        using var model = FastTextModel.Open(FrozenModels.PathOf("skipgram.bin"));
        Assert.Throws<ArgumentException>(() => model.WordVector("baton"u8, new float[length]));
        Assert.Throws<ArgumentException>(() => model.SentenceVector("baton"u8, new float[length]));
    }

    [Fact]
    public void Embedding_allocates_nothing()
    {
        foreach (var file in FrozenModels.All)
        {
            using var model = FastTextModel.Open(FrozenModels.PathOf(file));
            var vector = new float[model.Dimension];
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("baton tonvelku 山川木火 щавинбурам ", 400)));
            Embed(model, text, vector);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 20; i++) Embed(model, text, vector);
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    private static void Embed(FastTextModel model, byte[] text, float[] vector)
    {
        _ = model.SentenceVector(text, vector);
        _ = model.WordVector(text, vector);
    }

    private static byte[] Save(FastTextModel model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A stream of unknown length that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
