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

    private static readonly (string Name, string Colour, Func<ClusteringAgreement, double> Value)[] Lines =
    [
        ("B-cubed F1", "#0b5394", agreement => agreement.BCubedF1),
        ("B-cubed precision", "#6aa84f", agreement => agreement.BCubedPrecision),
        ("B-cubed recall", "#e69138", agreement => agreement.BCubedRecall),
        ("ARI", "#741b47", agreement => agreement.AdjustedRandIndex),
        ("largest share", "#888888", agreement => agreement.LargestShare),
    ];

    /// <summary>The picture.</summary>
    /// <param name="sweep">Thresholds, ascending, two or more, and how well stories agreed at each.</param>
    /// <param name="chosen">The threshold that the run used.</param>
    public static string Draw(IReadOnlyList<(double Threshold, ClusteringAgreement Agreement)> sweep, double chosen)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var (least, most) = (sweep[0].Threshold, sweep[^1].Threshold);
        var picture = new StringBuilder();
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Append($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        for (var tenth = 0; tenth <= 10; tenth += 2)
        {
            Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tenth / 10.0):f1}\" y2=\"{Y(tenth / 10.0):f1}\" stroke=\"#ddd\"/>");
            Append($"<text x=\"{Left - 8}\" y=\"{Y(tenth / 10.0) + 4:f1}\" text-anchor=\"end\">{tenth / 10.0:f1}</text>");
        }
        foreach (var (threshold, _) in sweep.Where((_, i) => i % 3 == 0)) Append($"<text x=\"{X(threshold):f1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{threshold:0.00}</text>");
        Append($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">least mean closeness of a story</text>");
        if (chosen >= least && chosen <= most) Append($"<line x1=\"{X(chosen):f1}\" x2=\"{X(chosen):f1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"black\" stroke-dasharray=\"4 4\"/>");
        foreach (var (i, (name, colour, value)) in Lines.Index())
        {
            var points = string.Join(' ', sweep.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Threshold):f1},{Y(Math.Clamp(value(point.Agreement), 0, 1)):f1}")));
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
