namespace Similarity.Formats;

/// <summary>
/// Reads inputs for the first time: blocks of records come from the readers one after the other, are parsed on all threads,
/// and their places are noted in input order, with what furniture is learnt from.
/// </summary>
/// <param name="options">How inputs are read.</param>
/// <param name="threads">Threads to use.</param>
/// <param name="learner">Learns what outlets repeat; <see langword="null"/> where nothing is to be learnt.</param>
/// <param name="records">Where articles can be read again.</param>
/// <param name="rejects">What was wrong with the input.</param>
internal sealed class ArticleIngestion(
    ReadOptions options, int threads, FurnitureLearner? learner, StoredRecords records, RejectLog rejects)
{
    private readonly Stack<IngestionWorker> _idle = new();
    private readonly Queue<(InputFile Input, RecordBlock Block, Task<IngestionWorker> Work)> _pending = new();

    public async Task ReadAsync(
        IReadOnlyList<InputFile> inputs, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        var total = inputs.All(input => !input.IsStandardInput) ? inputs.Sum(input => input.Length) : 0;
        var before = 0L;
        foreach (var (number, input) in inputs.Index())
        {
            try
            {
                await ReadAsync(number, input, position => progress?.Report(new(BatchStage.Reading, before + position, total, records.Count)), cancellation);
            }
            catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
            {
                await CollectAllAsync(cancellation);
                await rejects.AddAsync(new Reject(input.Path, 0, null, fault.Message, RejectOutcome.Abandoned), cancellation);
            }
            before += input.Length;
        }
    }

    private async Task ReadAsync(int number, InputFile input, Action<long> report, CancellationToken cancellation)
    {
        await using var content = input.Open();
        var reader = RecordReaders.For(input, options);
        var inPlace = -1;
        var blocks = reader.ReadAsync(content, cancellation);
        await foreach (var block in input.Opened is null ? blocks : InterruptibleBlocks.Of(blocks, cancellation))
        {
            int file;
            var offset = block.FileOffset;
            if (offset >= 0 && (inPlace >= 0 || records.CanOpen))
            {
                file = inPlace = inPlace >= 0 ? inPlace : records.Open(input.Path);
            }
            else
            {
                file = records.OpenSpool();
                offset = records.Keep(block.Bytes);
            }
            while (_pending.Count >= threads) await CollectAsync(cancellation);
            var worker = _idle.Count > 0 ? _idle.Pop() : new IngestionWorker(options.Fields, learner is not null);
            _pending.Enqueue((input, block, threads == 1
                ? Task.FromResult(worker.Process(block, number, file, offset))
                : Task.Run(() => worker.Process(block, number, file, offset), cancellation)));
            report(block.InputPosition);
        }
        await CollectAllAsync(cancellation);
    }

    private async Task CollectAllAsync(CancellationToken cancellation)
    {
        while (_pending.Count > 0) await CollectAsync(cancellation);
    }

    private async Task CollectAsync(CancellationToken cancellation)
    {
        var (input, block, work) = _pending.Dequeue();
        using (block)
        {
            var worker = await work;
            learner?.Add(worker.Units);
            foreach (var place in worker.Places) records.Add(place);
            foreach (var fault in worker.Faults)
            {
                await rejects.AddAsync(new Reject(input.Path, fault.Line, fault.Field, fault.Reason, fault.Outcome), cancellation);
            }
            _idle.Push(worker);
        }
    }
}
