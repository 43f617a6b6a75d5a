using System.Runtime.ExceptionServices;

namespace Similarity.FastText;

/// <summary>
/// Trains models that the original program reads (Bojanowski et al. 2017, Joulin et al. 2017): the same vocabulary, n-grams, sampling,
/// windows and steps, other random numbers.
/// </summary>
public static class FastTextTrainer
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Trains a model on a corpus, which can be used again afterwards.</summary>
    /// <param name="corpus">The lines to learn from.</param>
    /// <param name="options">How; by default as the original's <c>skipgram</c>.</param>
    /// <param name="progress">Told a few times a second how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The model, in memory.</returns>
    /// <exception cref="ArgumentException">No word is frequent enough, there are no labels where they are needed, or the options do not go together.</exception>
    public static FastTextModel Train(TrainingCorpus corpus, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        options ??= new TrainingOptions();
        var arguments = options.ToArguments();
        var isSupervised = options.Kind == ModelKind.Supervised;
        var (vocabulary, entryOf) = VocabularyBuilder.Build(corpus.Words, options.LeastCount, isSupervised, corpus.Tokens);
        if (vocabulary.WordCount == 0) throw new ArgumentException($"No word of the {corpus.Tokens} tokens occurs {options.LeastCount} times (LeastCount).", nameof(corpus));
        if (isSupervised && vocabulary.LabelCount == 0) throw new ArgumentException("No line has a label, a token that begins with __label__.", nameof(corpus));
        var lines = new CorpusLines(corpus.Numbers, entryOf, corpus.Words.EndOfLine);
        var model = CreateModel(arguments, vocabulary, options);
        try
        {
            Train(new TrainingRun(options, lines, model, new WordRows(vocabulary, model.Rows)), progress, cancellation);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static FastTextModel CreateModel(ModelArguments arguments, Vocabulary vocabulary, TrainingOptions options)
    {
        var input = new DenseMatrix(checked(vocabulary.WordCount + arguments.Buckets), arguments.Dimension);
        var most = 1f / arguments.Dimension;
        const int RowsABatch = 4096;
        _ = Parallel.For(0, (input.Rows + RowsABatch - 1) / RowsABatch, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, batch =>
        {
            for (var row = batch * RowsABatch; row < Math.Min((batch + 1) * RowsABatch, input.Rows); row++)
            {
                var random = new TrainingRandom(TrainingRandom.Mix(options.Seed ^ ((ulong)row << 20)));
                foreach (ref var value in input.Edit(row)) value = ((random.Unit() * 2) - 1) * most;
            }
        });
        var outputs = arguments.Kind == ModelKind.Supervised ? vocabulary.LabelCount : vocabulary.WordCount;
        return new FastTextModel(arguments, vocabulary, pruned: null, input, new DenseMatrix(outputs, arguments.Dimension));
    }

    private static void Train(TrainingRun run, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var threads = new Task[run.Options.Threads];
        for (var i = 0; i < threads.Length; i++)
        {
            var thread = i;
            var (first, end) = (FirstLineOf(thread), FirstLineOf(thread + 1));
            threads[i] = Task.Factory.StartNew(() => Train(run, thread, first, end, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        try
        {
            while (!Task.WaitAll(threads, ReportEvery)) progress?.Report(run.Progress);
        }
        catch (AggregateException faults)
        {
            // One that was stopped because of another's fault says nothing.
            ExceptionDispatchInfo.Throw(faults.InnerExceptions.FirstOrDefault(fault => fault is not OperationCanceledException) ?? faults.InnerExceptions[0]);
        }
        progress?.Report(run.Progress);

        int FirstLineOf(int thread) => thread == run.Options.Threads ? run.Lines.Count : run.Lines.LineAt(run.Lines.Tokens * thread / run.Options.Threads);
    }

    private static void Train(TrainingRun run, int thread, int first, int end, CancellationTokenSource stop)
    {
        TrainingThread training = run.Options.Kind switch
        {
            ModelKind.SkipGram => new SkipGramTraining(run, thread),
            ModelKind.Cbow => new CbowTraining(run, thread),
            _ => new LabelTraining(run, thread),
        };
        try
        {
            training.Train(first, end, stop.Token);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }
}
