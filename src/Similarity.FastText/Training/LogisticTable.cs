namespace Similarity.FastText;

/// <summary>
/// The logistic function and its logarithm from a table, as the original takes them: beyond ±8 they no longer change. The table is
/// eight times as fine.
/// </summary>
internal static class LogisticTable
{
    private const int PerUnit = 256;
    private const float Most = 8;

    private static readonly float[] Values = [.. Enumerable.Range(0, (int)(2 * Most * PerUnit) + 1).Select(i => (float)(1 / (1 + Math.Exp(Most - ((double)i / PerUnit)))))];

    private static readonly float[] Logarithms = [.. Values.Select(value => MathF.Log(value))];

    /// <summary>1 / (1 + e^−x); 0 where <paramref name="x"/> is no number.</summary>
    public static float Value(float x) => Values[Place(x)];

    /// <summary>The natural logarithm of that.</summary>
    public static float Logarithm(float x) => Logarithms[Place(x)];

    private static int Place(float x) => x >= Most ? Values.Length - 1 : x > -Most ? (int)((x + Most) * PerUnit) : 0;
}
