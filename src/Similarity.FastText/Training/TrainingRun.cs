namespace Similarity.FastText;

/// <summary>What the threads of a training share: the corpus, both matrices, and how far they are.</summary>
internal sealed class TrainingRun(TrainingOptions options, CorpusLines lines, FastTextModel model, WordRows rows)
{
    private readonly double[] _losses = new double[options.Threads];
    private readonly long[] _outputs = new long[options.Threads];
    private long _done;

    public TrainingOptions Options => options;

    public CorpusLines Lines => lines;

    public FastTextModel Model => model;

    public WordRows Rows => rows;

    /// <summary>Tokens of all epochs.</summary>
    public long Total { get; } = Math.Max(1, lines.Tokens * options.Epochs);

    /// <summary>What negatives are drawn from.</summary>
    public NegativeTable Negatives { get; } = new(CountsOf(model, options));

    /// <summary>The share of each word's occurrences that is kept: min(1, √(t/f) + t/f).</summary>
    public float[] Kept { get; } = KeptShares(model, options);

    /// <summary>How far the training is.</summary>
    public TrainingProgress Progress => new(Volatile.Read(ref _done), Total, _losses.Sum() / Math.Max(1, _outputs.Sum()), Rate);

    /// <summary>The present step.</summary>
    public double Rate => options.LearningRate * Math.Max(0, 1 - ((double)Volatile.Read(ref _done) / Total));

    /// <summary>Takes note of what a thread has done, and returns the step to go on with.</summary>
    public float Advance(int thread, long tokens, double loss, long outputs)
    {
        _losses[thread] += loss;
        _outputs[thread] += outputs;
        _ = Interlocked.Add(ref _done, tokens);
        return (float)Rate;
    }

    private static ReadOnlySpan<long> CountsOf(FastTextModel model, TrainingOptions options)
    {
        var (first, count) = options.Kind == ModelKind.Supervised ? (model.Vocabulary.WordCount, model.Vocabulary.LabelCount) : (0, model.Vocabulary.WordCount);
        return Enumerable.Range(first, count).Select(model.Vocabulary.CountOf).ToArray();
    }

    private static float[] KeptShares(FastTextModel model, TrainingOptions options)
    {
        var shares = new float[model.Vocabulary.WordCount];
        Array.Fill(shares, 1);
        if (options.Kind == ModelKind.Supervised) return shares;
        for (var word = 0; word < shares.Length; word++)
        {
            var ratio = options.SamplingThreshold * model.Vocabulary.Tokens / Math.Max(1, model.Vocabulary.CountOf(word));
            shares[word] = (float)Math.Min(1, Math.Sqrt(ratio) + ratio);
        }
        return shares;
    }
}
