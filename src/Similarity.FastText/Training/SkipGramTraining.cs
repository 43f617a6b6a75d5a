namespace Similarity.FastText;

/// <summary>
/// A word predicts those around it, by the mean of its rows. What a neighbour teaches goes to each of these rows, and so to their mean:
/// this keeps the mean, and adds the sum to the rows once all neighbours have been taught. The original reads and writes
/// the rows for each neighbour; the result is the same, with a fraction of the memory traffic.
/// </summary>
internal sealed unsafe class SkipGramTraining(TrainingRun run, int thread) : WordTraining(run, thread)
{
    private readonly ContextSums _sums = new(1, run.Options.Dimension);

    protected override void TrainWords(ReadOnlySpan<int> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (at + 1 < line.Length) PrefetchRows(Run.Rows[line[at + 1]]);
            var (first, end) = DrawWindow(at, line.Length);
            if (end - first < 2) continue;
            var words = Draw(line, first, end, without: at);
            var rows = Run.Rows[line[at]];
            Begin();
            AddRows(rows, Hidden, 1f / rows.Length);
            _sums.Clear(0);
            for (var word = 0; word < words; word++)
            {
                TeachDrawn(word);
                TrainingKernels.AddScaled(Gradient, 1, Hidden, Dimension);
                TrainingKernels.AddScaled(Gradient, 1, _sums.GradientAt(0), Dimension);
                new Span<float>(Gradient, Dimension).Clear();
            }
            AddToRows(rows, _sums.GradientAt(0), 1);
        }
    }
}
