namespace Similarity.FastText;

/// <summary>
/// The words around a place predict the word there, by the mean of all their rows. The rows of each are added up when it comes within reach, and
/// what is taught meanwhile goes to that sum, and to the rows when it leaves; the original does both for each place.
/// </summary>
internal sealed unsafe class CbowTraining(TrainingRun run, int thread) : WordTraining(run, thread)
{
    private readonly ContextSums _contexts = new((2 * run.Options.Window) + 1, run.Options.Dimension);

    protected override void TrainWords(ReadOnlySpan<int> line)
    {
        var window = Run.Options.Window;
        var (left, entered) = (0, 0);
        for (var at = 0; at < line.Length; at++)
        {
            for (; left < at - window; left++) Leave(line, left);
            for (; entered < Math.Min(line.Length, at + window + 1); entered++) Enter(line, entered);
            var (first, end) = DrawWindow(at, line.Length);
            if (end - first < 2) continue;
            _ = Draw(line, at, at + 1, without: -1);
            var rows = 0;
            for (var context = first; context < end; context++) rows += context == at ? 0 : Run.Rows[line[context]].Length;
            Begin();
            for (var context = first; context < end; context++)
            {
                if (context != at) TrainingKernels.AddScaled(_contexts.SumAt(context), 1f / rows, Hidden, Dimension);
            }
            TeachDrawn(0);
            for (var context = first; context < end; context++)
            {
                if (context == at) continue;
                TrainingKernels.AddScaled(Gradient, 1, _contexts.GradientAt(context), Dimension);
                TrainingKernels.AddScaled(Gradient, Run.Rows[line[context]].Length, _contexts.SumAt(context), Dimension);
            }
        }
        for (; left < entered; left++) Leave(line, left);
    }

    private void Enter(ReadOnlySpan<int> line, int place)
    {
        if (place + 1 < line.Length) PrefetchRows(Run.Rows[line[place + 1]]);
        _contexts.Clear(place);
        AddRows(Run.Rows[line[place]], _contexts.SumAt(place), 1);
    }

    private void Leave(ReadOnlySpan<int> line, int place) => AddToRows(Run.Rows[line[place]], _contexts.GradientAt(place), 1);
}
