namespace Similarity.FastText;

/// <summary>
/// The logistic function as the original computes it for one-versus-all and negative sampling: looked up in steps of 1/32
/// between −8 and 8, 0 and 1 beyond. It is off by up to 0.008, and probabilities agree only if it is off alike.
/// </summary>
internal static class Sigmoid
{
    private const int Steps = 512;
    private const float Limit = 8;

    private static readonly float[] Table = MakeTable();

    public static float LookUp(float value)
    {
        if (value < -Limit) return 0;
        if (value > Limit) return 1;
        // NaN comes here too and becomes step 0.
        return Table[(int)((value + Limit) * Steps / Limit / 2)];
    }

    private static float[] MakeTable()
    {
        var table = new float[Steps + 1];
        for (var step = 0; step <= Steps; step++)
        {
            var value = (step * 2 * Limit / Steps) - Limit;
            table[step] = (float)(1.0 / (1.0 + Math.Exp(-value)));
        }
        return table;
    }
}
