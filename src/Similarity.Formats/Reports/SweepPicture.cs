using System.Globalization;
using System.Text;

namespace Similarity.Formats;

/// <summary>Draws how measures change with the threshold, as an SVG.</summary>
public static class SweepPicture
{
    private const int Width = 720;
    private const int Height = 400;
    private const int Left = 56;
    private const int Top = 24;
    private const int Right = 150;
    private const int Bottom = 48;

    /// <summary>The measures that are drawn of a comparison with labels.</summary>
    public static IReadOnlyList<SweepLine> LinesOf(IReadOnlyList<ClusteringAgreement> sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return
        [
            new("B-cubed F1", "#0b5394", [.. sweep.Select(agreement => agreement.BCubedF1)]),
            new("B-cubed precision", "#6aa84f", [.. sweep.Select(agreement => agreement.BCubedPrecision)]),
            new("B-cubed recall", "#e69138", [.. sweep.Select(agreement => agreement.BCubedRecall)]),
            new("ARI", "#741b47", [.. sweep.Select(agreement => agreement.AdjustedRandIndex)]),
            new("largest share", "#888888", [.. sweep.Select(agreement => agreement.LargestShare)]),
        ];
    }

    /// <summary>The picture.</summary>
    /// <param name="thresholds">Thresholds, ascending, two or more.</param>
    /// <param name="lines">What is drawn, a value a threshold.</param>
    /// <param name="chosen">The threshold that is marked.</param>
    public static string Draw(IReadOnlyList<double> thresholds, IReadOnlyList<SweepLine> lines, double chosen)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        ArgumentNullException.ThrowIfNull(lines);
        var (least, most) = (thresholds[0], thresholds[^1]);
        var every = Math.Max(3, (thresholds.Count + 6) / 7);
        var picture = new StringBuilder();
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Append($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tenth / 10.0):f1}\" y2=\"{Y(tenth / 10.0):f1}\" stroke=\"#ddd\"/>");
            Append($"<text x=\"{Left - 8}\" y=\"{Y(tenth / 10.0) + 4:f1}\" text-anchor=\"end\">{tenth / 10.0:f1}</text>");
        }
        foreach (var threshold in thresholds.Where((_, i) => i % every == 0)) Append($"<text x=\"{X(threshold):f1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{threshold:0.00}</text>");
        Append($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">least mean closeness of a story</text>");
        if (chosen >= least && chosen <= most) Append($"<line x1=\"{X(chosen):f1}\" x2=\"{X(chosen):f1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"black\" stroke-dasharray=\"4 4\"/>");
        foreach (var (i, (name, colour, values)) in lines.Index())
        {
            var points = string.Join(' ', thresholds.Zip(values).Where(point => !double.IsNaN(point.Second)).Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.First):f1},{Y(Math.Clamp(point.Second, 0, 1)):f1}")));
            Append($"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            Append($"<line x1=\"{Width - Right + 12}\" x2=\"{Width - Right + 32}\" y1=\"{Top + 10 + (i * 20)}\" y2=\"{Top + 10 + (i * 20)}\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            Append($"<text x=\"{Width - Right + 38}\" y=\"{Top + 14 + (i * 20)}\">{name}</text>");
        }
        Append($"</svg>");
        return picture.ToString();

        void Append(FormattableString part) => picture.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');

        double X(double threshold) => Left + ((threshold - least) / (most - least) * (Width - Right - Left));

        double Y(double value) => Height - Bottom - (value * (Height - Bottom - Top));
    }
}
