using System.Buffers.Binary;
using Similarity.Tests;

namespace Similarity.FastText.Tests;

public sealed class DamagedModelTests
{
    private const int Mutations = 30_000; // A file; there are four.

    private static readonly byte[] Line = [.. "baton  velku 山川 unknown "u8, 0xFF, .. " __label__1 qqq\n"u8];

    [Theory]
    [MemberData(nameof(FrozenModels.All), MemberType = typeof(FrozenModels))]
    public void A_mutated_file_is_a_model_or_is_refused(string file)
    {
        var mutation = new Mutation([.. FrozenModels.All.Select(row => FrozenModels.Bytes(row.Data))], seed: 20_261);
        var original = FrozenModels.Bytes(file);
        using var memory = new GuardedMemory(2 * mutation.LongestResult);
        var (models, refusals) = (0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = new SpanMemory(memory.Place(mutation.Of(original)));
            try
            {
                UseWithinLimit(bytes.Memory);
                models++;
            }
            catch (ModelFormatException refusal)
            {
                Assert.InRange(refusal.Offset, 0, bytes.Memory.Length);
                refusals++;
            }
            catch (Exception other)
            {
                Assert.Fail($"Mutation {i} of {file}: {other}");
            }
        }
        // Both happen, or the test tests nothing.
        Assert.InRange(models, Mutations / 50, Mutations);
        Assert.InRange(refusals, Mutations / 50, Mutations);
    }

    [Theory]
    [MemberData(nameof(FrozenModels.All), MemberType = typeof(FrozenModels))]
    public void Every_truncation_is_refused(string file)
    {
        var original = FrozenModels.Bytes(file);
        for (var length = 0; length < original.Length; length++)
        {
            Assert.Throws<ModelFormatException>(() => FastTextModel.Load(original.AsMemory(0, length)).Dispose());
        }
    }

    [Theory]
    [InlineData(0, 1, "At byte 0: this is no fastText model.")]
    [InlineData(4, 13, "At byte 4: the version is 13, not from 11 to 12.")]
    [InlineData(8, 0, "At byte 8: the dimension is 0, not from 1 to 65536.")]
    [InlineData(64, int.MaxValue, "At byte 64: the number of words and labels is 2147483647, not from 0 to 268435456.")]
    [InlineData(64, 13, "At byte 68: the number of words is 14, not from 0 to 13.")]
    [InlineData(72, 5, "At byte 72: the number of labels is 5, not 0.")]
    [InlineData(40, 41, "At byte 331: the number of input rows is 54, not 55.")]
    public void A_refusal_says_what_is_wrong_and_where(int offset, int value, string message)
    {
        var bytes = FrozenModels.Bytes("skipgram.bin");
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
        Assert.Equal(message, Assert.Throws<ModelFormatException>(() => FastTextModel.Load(bytes)).Message);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        var path = Path.GetTempFileName();
        Assert.Throws<ModelFormatException>(() => FastTextModel.Open(path));
        File.Delete(path);
        Assert.Throws<ModelFormatException>(() => FastTextModel.Load(Stream.Null));
        Assert.Throws<ModelFormatException>(() => FastTextModel.Load(ReadOnlyMemory<byte>.Empty));
    }

    private static void UseWithinLimit(ReadOnlyMemory<byte> bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var model = FastTextModel.Load(bytes);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096 + (8L * bytes.Length));
            var vector = new float[model.Dimension];
            _ = model.SentenceVector(Line, vector);
            _ = model.WordVector("batonvelku"u8, vector);
            for (var entry = 0; entry < model.Vocabulary.Count; entry++) _ = model.WordVector(model.Vocabulary[entry], vector);
            if (model.IsSupervised) _ = model.PredictLabels(Line, k: 3, threshold: 0.01f);
        }
        catch (ModelFormatException)
        {
            // Its message and trace are in the figure too.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16_384 + (8L * bytes.Length));
            throw;
        }
    }
}
