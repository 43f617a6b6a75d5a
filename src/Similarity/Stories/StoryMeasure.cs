namespace Similarity;

/// <summary>
/// How much two texts have in common beyond what texts around them have: their cosine less the mean of their neighbourhood levels,
/// less a little for days between them and for one outlet, which seldom tells one event twice.
/// </summary>
internal sealed class StoryMeasure(TermVectors vectors, IReadOnlyList<float> levels, IReadOnlyList<StoryText> texts, StoryOptions options, VectorTable? embedded = null)
{
    /// <summary>What is taken off for so many days between two texts, as far as that is usual.</summary>
    private readonly double[] _dayPenalties = [.. Enumerable.Range(0, 366).Select(days => PenaltyOf(days, options))];

    /// <summary>Terms of the texts.</summary>
    public TermVectors Vectors => vectors;

    /// <summary>The texts.</summary>
    public IReadOnlyList<StoryText> Texts => texts;

    /// <summary>The cosine of two texts' vectors by an embedder; <see langword="null"/> where there is none.</summary>
    public double? Embedding(int a, int b) => embedded is null ? null : Cosine.Dot(embedded[texts[a].Article], embedded[texts[b].Article]);

    /// <summary>Those vectors, one an article; <see langword="null"/> for none.</summary>
    public VectorTable? Embedded => embedded;

    /// <summary>The neighbourhood level of a text.</summary>
    public float LevelOf(int text) => levels[text];

    /// <summary>The closeness of two texts whose cosine is known.</summary>
    public double Closeness(int a, int b, double cosine) =>
        cosine - ((levels[a] + levels[b]) / 2) - Penalty(texts[a], texts[b]);

    /// <summary>What is taken off for time and outlet.</summary>
    public double Penalty(in StoryText a, in StoryText b) =>
        DayPenalty(a.Day, b.Day) + (a.Outlet >= 0 && a.Outlet == b.Outlet ? options.OutletPenalty : 0);

    /// <summary>What is taken off for the days between two texts; nothing where one is unknown.</summary>
    public double DayPenalty(int a, int b)
    {
        if (a < 0 || b < 0) return 0;
        var days = Math.Abs(a - b);
        return days < _dayPenalties.Length ? _dayPenalties[days] : PenaltyOf(days, options);
    }

    /// <summary>What is taken off for one outlet.</summary>
    public double OutletPenalty => options.OutletPenalty;

    private static double PenaltyOf(int days, StoryOptions options) => options.DayPenalty * Math.Log(1 + Math.Max(days - options.FreeDays, 0));
}
