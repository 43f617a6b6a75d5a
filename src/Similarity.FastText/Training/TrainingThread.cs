namespace Similarity.FastText;

/// <summary>One thread of a training: goes through its lines and teaches each of their outputs.</summary>
internal abstract unsafe class TrainingThread
{
    /// <summary>Between two looks at how far all threads are.</summary>
    private const int TokensAStep = 1000;

    private readonly int _thread;
    private readonly float* _input;
    private readonly float* _output;
    private readonly int[] _line = new int[TrainingCorpus.MaxLineTokens];
    private readonly float[] _floats;
    private double _loss;
    private long _outputs;

    protected TrainingThread(TrainingRun run, int thread)
    {
        Run = run;
        _thread = thread;
        _input = (float*)run.Model.Input.Memory.Start;
        _output = (float*)run.Model.Output.Memory.Start;
        Dimension = run.Options.Dimension;
        _floats = GC.AllocateArray<float>(2 * Dimension, pinned: true);
        Hidden = (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _floats[0]);
        Gradient = Hidden + Dimension;
        Random = new TrainingRandom(TrainingRandom.Mix(run.Options.Seed + ((ulong)thread << 32)));
    }

    protected TrainingRun Run { get; }

    protected int Dimension { get; }

    /// <summary>What outputs are predicted from: a vector of the thread's own.</summary>
    protected float* Hidden { get; }

    /// <summary>How that should have been otherwise, times the step.</summary>
    protected float* Gradient { get; }

    /// <summary>The present step.</summary>
    protected float Rate { get; private set; }

    protected TrainingRandom Random;

    /// <summary>Goes through some lines, as often as there are epochs.</summary>
    public void Train(int firstLine, int endLine, CancellationToken cancellation)
    {
        var tokens = 0L;
        Rate = (float)Run.Rate;
        for (var epoch = 0; epoch < Run.Options.Epochs; epoch++)
        {
            for (var number = firstLine; number < endLine; number++)
            {
                var read = Run.Lines.Read(number, _line);
                tokens += read;
                TrainLine(_line.AsSpan(0, read));
                if (tokens < TokensAStep) continue;
                cancellation.ThrowIfCancellationRequested();
                Advance(ref tokens);
            }
        }
        Advance(ref tokens);
    }

    /// <summary>Trains one line, whose memory may be written over.</summary>
    protected abstract void TrainLine(Span<int> line);

    /// <summary>Makes the hidden vector and the gradient zero.</summary>
    protected void Begin() => new Span<float>(Hidden, 2 * Dimension).Clear();

    protected void AddRows(ReadOnlySpan<int> rows, float* sum, float factor)
    {
        foreach (var row in rows) TrainingKernels.AddScaled(_input + ((long)row * Dimension), factor, sum, Dimension);
    }

    protected void AddToRows(ReadOnlySpan<int> rows, float* gradient, float factor)
    {
        foreach (var row in rows) TrainingKernels.AddScaled(gradient, factor, _input + ((long)row * Dimension), Dimension);
    }

    protected void PrefetchRows(ReadOnlySpan<int> rows)
    {
        foreach (var row in rows) TrainingKernels.Prefetch(_input + ((long)row * Dimension), Dimension);
    }

    protected void PrefetchOutput(int output) => TrainingKernels.Prefetch(_output + ((long)output * Dimension), Dimension);

    /// <summary>What an output says of the hidden vector.</summary>
    protected float Product(int output) => TrainingKernels.Dot(_output + ((long)output * Dimension), Hidden, Dimension);

    /// <summary>Moves an output, and the gradient, by its error.</summary>
    /// <param name="output">The output.</param>
    /// <param name="error">What should have been less what was, −1 to 1.</param>
    protected void Correct(int output, float error) =>
        TrainingKernels.Exchange(_output + ((long)output * Dimension), Hidden, Rate * error, Gradient, Dimension);

    /// <summary>Teaches an output that it is true, or is not (logistic regression).</summary>
    protected void Teach(int output, bool isTrue)
    {
        var product = Product(output);
        _loss -= LogisticTable.Logarithm(isTrue ? product : -product);
        Correct(output, (isTrue ? 1 : 0) - LogisticTable.Value(product));
    }

    /// <summary>Takes note that one more thing was predicted.</summary>
    protected void Count(double loss = 0)
    {
        _loss += loss;
        _outputs++;
    }

    private void Advance(ref long tokens)
    {
        Rate = Run.Advance(_thread, tokens, _loss, _outputs);
        (tokens, _loss, _outputs) = (0, 0, 0);
    }
}
