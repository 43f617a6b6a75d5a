using System.Numerics;
using System.Runtime.CompilerServices;

namespace Similarity.FastText;

/// <summary>
/// The vectors of a model's words, each worked out once and weighed by its frequency, by the <see cref="WordHash"/> of its folded form: what an
/// article's words are looked up in, without their letters.
/// </summary>
/// <remarks>
/// Of several words that fold to one, the most frequent counts; words that fold to none or to more than one cannot occur and are left
/// out. Hashes have 64 bits and stand for words everywhere in this library; whoever makes two words of one hash gives one of
/// them the vector of the other. Thread-safe.
/// </remarks>
internal sealed class WordTable
{
    private readonly (ulong Hash, int Row)[] _slots;
    private readonly float[] _rows;

    public WordTable(FastTextModel model, double smoothing)
    {
        var vocabulary = model.Vocabulary;
        Dimension = model.Dimension;
        _slots = new (ulong, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, vocabulary.WordCount * 2))];
        Array.Fill(_slots, (0UL, -1));
        var (folded, found) = (new byte[4096], new List<int>());
        for (var word = 0; word < vocabulary.WordCount; word++)
        {
            var bytes = vocabulary[word];
            if (bytes.IsEmpty || bytes.Length > Tokenizer.MaxTokenBytes) continue;
            var form = folded.AsSpan(0, Tokenizer.Fold(bytes, folded));
            if (form.IsEmpty || form.Contains((byte)' ') || !TryAdd(WordHash.Compute(form), found.Count)) continue;
            found.Add(word);
        }
        _rows = GC.AllocateUninitializedArray<float>(checked(found.Count * Dimension), pinned: true);
        var tokens = Math.Max(1.0, vocabulary.Tokens);
        for (var row = 0; row < found.Count; row++)
        {
            var vector = _rows.AsSpan(row * Dimension, Dimension);
            _ = model.WordVector(vocabulary[found[row]], vector);
            var weight = (float)(smoothing / (smoothing + (vocabulary.CountOf(found[row]) / tokens)));
            foreach (ref var value in vector) value = float.IsFinite(value) ? value * weight : 0;
        }
    }

    /// <summary>Floats a row.</summary>
    public int Dimension { get; }

    /// <summary>How many words there are.</summary>
    public int Count => _rows.Length / Dimension;

    /// <summary>All rows, one behind the other.</summary>
    public ReadOnlySpan<float> Rows => _rows;

    /// <summary>The row of a word; −1 where the model does not know it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash >> 20) & mask; ; slot = (slot + 1) & mask)
        {
            ref var known = ref _slots[slot];
            if (known.Row < 0 || known.Hash == hash) return known.Row;
        }
    }

    /// <summary>Adds the rows of some words, each times a factor.</summary>
    /// <param name="words">The words' hashes; those that are not known add nothing.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="sum">What they are added to.</param>
    /// <returns>How many are known.</returns>
    public unsafe int Add(ReadOnlySpan<ulong> words, float factor, Span<float> sum)
    {
        const int Ahead = 64;
        var known = 0;
        var rows = stackalloc float*[Ahead];
        fixed (float* target = sum, first = _rows)
        {
            while (!words.IsEmpty)
            {
                var some = words[..Math.Min(Ahead, words.Length)];
                words = words[some.Length..];
                var count = 0;
                // Found first, so that memory is asked for all rows before the first is needed.
                foreach (var word in some)
                {
                    var row = Find(word);
                    if (row < 0) continue;
                    rows[count] = first + ((nint)row * Dimension);
                    TrainingKernels.Prefetch(rows[count++], Dimension);
                }
                for (var i = 0; i < count; i++) TrainingKernels.AddScaled(rows[i], factor, target, Dimension);
                known += count;
            }
        }
        return known;
    }

    private bool TryAdd(ulong hash, int row)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(hash >> 20) & mask;
        while (_slots[slot].Row >= 0)
        {
            if (_slots[slot].Hash == hash) return false;
            slot = (slot + 1) & mask;
        }
        _slots[slot] = (hash, row);
        return true;
    }
}
