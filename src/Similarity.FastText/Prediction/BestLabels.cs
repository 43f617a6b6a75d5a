namespace Similarity.FastText;

/// <summary>The <paramref name="most"/> labels of largest logarithmic probability among those offered; of equal ones, the first of the vocabulary.</summary>
internal sealed class BestLabels(int most)
{
    private readonly PriorityQueue<int, (float Logarithm, int Order)> _worstFirst = new();

    /// <summary>The logarithm of x + 0.00001, which is what the original takes for that of x.</summary>
    public static float Log(float probability) => (float)Math.Log(probability + 1e-5);

    /// <summary>Whether a label of this logarithm would be taken.</summary>
    public bool Takes(float logarithm) =>
        _worstFirst.Count < most || (_worstFirst.TryPeek(out _, out var worst) && logarithm >= worst.Logarithm);

    public void Offer(int label, float logarithm)
    {
        if (!Takes(logarithm)) return;
        _worstFirst.Enqueue(label, (logarithm, -label));
        if (_worstFirst.Count > most) _ = _worstFirst.Dequeue();
    }

    /// <summary>The labels, best first; empties this.</summary>
    public PredictedLabel[] Take(Vocabulary vocabulary)
    {
        var labels = new PredictedLabel[_worstFirst.Count];
        for (var i = labels.Length - 1; _worstFirst.TryDequeue(out var label, out var worst); i--)
        {
            labels[i] = new PredictedLabel(vocabulary.TextOf(vocabulary.WordCount + label), MathF.Exp(worst.Logarithm));
        }
        return labels;
    }
}
