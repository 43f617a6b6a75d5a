using System.Globalization;
using System.Text;

namespace Similarity.Formats;

/// <summary>Draws a reliability diagram as an SVG: what came true of each predicted probability, and how many pairs that rests on.</summary>
public static class ReliabilityPicture
{
    private const int Size = 360;
    private const int Left = 56;
    private const int Top = 24;
    private const int Legend = 190;
    private const int Bottom = 48;
    private const double LargestDot = 9;

    /// <summary>The picture.</summary>
    /// <param name="lines">What is drawn: its name, its colour as SVG writes it, and the reliability.</param>
    public static string Draw(IReadOnlyList<(string Name, string Colour, Reliability Reliability)> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var picture = new StringBuilder();
        Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Size + Legend} {Top + Size + Bottom}\" font-family=\"sans-serif\" font-size=\"12\">");
        Append($"<rect width=\"{Left + Size + Legend}\" height=\"{Top + Size + Bottom}\" fill=\"white\"/>");
        for (var fifth = 0; fifth <= 5; fifth++)
        {
            var share = fifth / 5.0;
            Append($"<line x1=\"{Left}\" x2=\"{Left + Size}\" y1=\"{Y(share):f1}\" y2=\"{Y(share):f1}\" stroke=\"#ddd\"/>");
            Append($"<text x=\"{Left - 8}\" y=\"{Y(share) + 4:f1}\" text-anchor=\"end\">{share:f1}</text>");
            Append($"<text x=\"{X(share):f1}\" y=\"{Top + Size + 18}\" text-anchor=\"middle\">{share:f1}</text>");
        }
        Append($"<line x1=\"{X(0):f1}\" x2=\"{X(1):f1}\" y1=\"{Y(0):f1}\" y2=\"{Y(1):f1}\" stroke=\"black\" stroke-dasharray=\"4 4\"/>");
        Append($"<text x=\"{Left + (Size / 2)}\" y=\"{Top + Size + 38}\" text-anchor=\"middle\">predicted probability of one story</text>");
        Append($"<text transform=\"translate(16 {Top + (Size / 2)}) rotate(-90)\" text-anchor=\"middle\">share that tells one story</text>");
        foreach (var (i, (name, colour, reliability)) in lines.Index())
        {
            var most = reliability.Bins.Max(bin => bin.Weight);
            var points = string.Join(' ', reliability.Bins.Select(bin => string.Create(CultureInfo.InvariantCulture, $"{X(bin.Predicted):f1},{Y(bin.Observed):f1}")));
            Append($"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            foreach (var bin in reliability.Bins) Append($"<circle cx=\"{X(bin.Predicted):f1}\" cy=\"{Y(bin.Observed):f1}\" r=\"{2 + (LargestDot * Math.Sqrt(bin.Weight / most)):f1}\" fill=\"{colour}\" fill-opacity=\"0.35\"/>");
            Append($"<line x1=\"{Left + Size + 16}\" x2=\"{Left + Size + 36}\" y1=\"{Top + 10 + (i * 36)}\" y2=\"{Top + 10 + (i * 36)}\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            Append($"<text x=\"{Left + Size + 42}\" y=\"{Top + 14 + (i * 36)}\">{name}</text>");
            Append($"<text x=\"{Left + Size + 42}\" y=\"{Top + 28 + (i * 36)}\" fill=\"#666\">expected error {reliability.ExpectedError:0.000}</text>");
        }
        Append($"</svg>");
        return picture.ToString();

        void Append(FormattableString part) => picture.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');

        double X(double share) => Left + (share * Size);

        double Y(double share) => Top + Size - (share * Size);
    }
}
