namespace Similarity.FastText;

/// <summary>
/// The words of a line, their n-grams and runs of words predict its label, one of them at random where there are several; with
/// <see cref="ModelLoss.OneVersusAll"/> all of them. Runs are of words that the model knows.
/// </summary>
internal sealed unsafe class LabelTraining : TrainingThread
{
    private readonly Vocabulary _vocabulary;
    private readonly int[] _hashes;
    private readonly float[] _probabilities;
    private readonly (int Row, bool IsRight)[][] _ways;

    public LabelTraining(TrainingRun run, int thread)
        : base(run, thread)
    {
        _vocabulary = run.Model.Vocabulary;
        _hashes = [.. Enumerable.Range(0, _vocabulary.WordCount).Select(word => (int)Fnv1a.Compute(_vocabulary[word]))];
        _probabilities = new float[_vocabulary.LabelCount];
        _ways = run.Options.Loss == ModelLoss.HierarchicalSoftmax ? WaysOf(run.Model.Tree) : [];
    }

    protected override void TrainLine(Span<int> line)
    {
        var rows = new RowList(stackalloc int[256]);
        var hashes = new RowList(stackalloc int[128]);
        var labels = new RowList(stackalloc int[16]);
        foreach (var entry in line)
        {
            if (entry >= _vocabulary.WordCount)
            {
                labels.Add(entry - _vocabulary.WordCount);
                continue;
            }
            foreach (var row in Run.Rows[entry]) rows.Add(row);
            hashes.Add(_hashes[entry]);
        }
        if (Run.Options.WordGrams > 1 && Run.Model.Arguments.Buckets > 0)
        {
            var first = rows.Count;
            WordRuns.AddBuckets(hashes.Items, Run.Options.WordGrams, Run.Model.Arguments.Buckets, ref rows);
            foreach (ref var bucket in rows.Items[first..]) bucket += _vocabulary.WordCount;
        }
        if (labels.Count > 0 && rows.Count > 0) Train(rows.Items, labels.Items);
        rows.Dispose();
        hashes.Dispose();
        labels.Dispose();
    }

    private void Train(ReadOnlySpan<int> rows, ReadOnlySpan<int> labels)
    {
        Begin();
        AddRows(rows, Hidden, 1f / rows.Length);
        var label = labels[Random.Below(labels.Length)];
        switch (Run.Options.Loss)
        {
            case ModelLoss.Softmax: TeachSoftmax(label); break;
            case ModelLoss.HierarchicalSoftmax: TeachWay(label); break;
            case ModelLoss.OneVersusAll: TeachAll(labels); break;
            default: TeachAgainstNegatives(label); break;
        }
        AddToRows(rows, Gradient, 1f / rows.Length);
    }

    private void TeachWay(int label)
    {
        foreach (var (row, isRight) in _ways[label]) Teach(row, isRight);
        Count();
    }

    private void TeachAll(ReadOnlySpan<int> labels)
    {
        for (var other = 0; other < _probabilities.Length; other++) Teach(other, labels.Contains(other));
        Count();
    }

    private void TeachAgainstNegatives(int label)
    {
        Teach(label, isTrue: true);
        Count();
        for (var i = 0; i < Run.Options.Negatives; i++)
        {
            var negative = Run.Negatives.Draw(Random.Next());
            if (negative != label) Teach(negative, isTrue: false);
        }
    }

    private void TeachSoftmax(int label)
    {
        for (var other = 0; other < _probabilities.Length; other++) _probabilities[other] = Product(other);
        var most = _probabilities.Max();
        var sum = 0f;
        foreach (ref var probability in _probabilities.AsSpan()) sum += probability = MathF.Exp(probability - most);
        for (var other = 0; other < _probabilities.Length; other++) Correct(other, (other == label ? 1 : 0) - (_probabilities[other] / sum));
        Count(-Math.Log(Math.Max(1e-9, _probabilities[label] / sum)));
    }

    /// <summary>The decisions on the way to each label.</summary>
    private static (int, bool)[][] WaysOf(HuffmanTree tree)
    {
        var ways = new (int, bool)[tree.Leaves][];
        var open = new Stack<(int Node, (int, bool)[] Way)>([(tree.Root, [])]);
        while (open.TryPop(out var next))
        {
            if (tree.IsLeaf(next.Node))
            {
                ways[next.Node] = next.Way;
                continue;
            }
            var (left, right) = tree.Below(next.Node);
            open.Push((left, [.. next.Way, (tree.RowOf(next.Node), false)]));
            open.Push((right, [.. next.Way, (tree.RowOf(next.Node), true)]));
        }
        return ways;
    }
}
