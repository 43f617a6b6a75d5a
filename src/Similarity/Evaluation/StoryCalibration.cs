using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Similarity;

/// <summary>
/// From the closeness of two texts to the probability that they tell one story: 1 / (1 + exp(−(slope · closeness + intercept))), fitted to labelled
/// pairs by maximum likelihood, with the targets that keep few pairs from certainty (Platt 1999).
/// </summary>
/// <remarks>
/// The probability is of a pair of texts that a run found close enough to keep, in articles like those that were labelled. How many of such pairs tell
/// one story differs between collections, and so a calibration serves others less well: <see cref="Reliability"/> says how well.
/// </remarks>
/// <param name="Slope">By how much the logarithm of the odds grows with closeness.</param>
/// <param name="Intercept">The logarithm of the odds at closeness 0.</param>
/// <param name="Pairs">How many pairs it was fitted to.</param>
public sealed record StoryCalibration(double Slope, double Intercept, int Pairs)
{
    private const string Heading = "# similarity calibration 1";
    private const int MostSteps = 100;
    private const double Precision = 1e-10;

    /// <summary>
    /// The one that comes with the library, fitted to three labelled collections of English news that count alike
    /// (<c>benchmarks calibration</c>). A collection that it was not fitted to it misses by .11 to .15 in the mean and by up to .4 at one
    /// closeness; so nothing shows its probabilities unasked. Fit your own to say what a probability is in your articles.
    /// </summary>
    public static StoryCalibration General { get; } = new(15.80, -2.11, 7697);

    /// <summary>The probability that two texts of some closeness tell one story, 0 to 1.</summary>
    public double ProbabilityOf(double closeness) => 1 / (1 + Math.Exp(-((Slope * closeness) + Intercept)));

    /// <summary>Fits a calibration to labelled pairs.</summary>
    /// <exception cref="ArgumentException">There is no pair of one story or none of two, or they say the opposite: the closer the less.</exception>
    public static StoryCalibration Fit(IReadOnlyList<LabelledCloseness> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var same = pairs.Where(pair => pair.IsSame).Sum(pair => pair.Weight);
        var different = pairs.Where(pair => !pair.IsSame).Sum(pair => pair.Weight);
        if (same <= 0 || different <= 0) throw new ArgumentException("Pairs of one story and of different ones are needed to calibrate.", nameof(pairs));
        var (targetOfSame, targetOfDifferent) = ((same + 1) / (same + 2), 1 / (different + 2));
        var beta = Vector<double>.Build.Dense([0, Math.Log(same / different)]);
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, curvature) = Derivatives(pairs, beta, targetOfSame, targetOfDifferent);
            var change = curvature.Solve(gradient);
            var before = Loss(pairs, beta, targetOfSame, targetOfDifferent);
            var factor = 1.0;
            // Newton's step may be too long where the curve is flat.
            while (factor > 1e-9 && Loss(pairs, beta - (change * factor), targetOfSame, targetOfDifferent) > before) factor /= 2;
            beta -= change * factor;
            if (change.L2Norm() * factor < Precision) break;
        }
        if (!double.IsFinite(beta[0]) || beta[0] <= 0) throw new ArgumentException("By these labels closer pairs are not more often of one story; nothing can be calibrated by them.", nameof(pairs));
        return new StoryCalibration(beta[0], beta[1], pairs.Count);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="FormatException">It is no calibration; the message says why.</exception>
    public static StoryCalibration Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0] != Heading) throw new FormatException($"A calibration begins with the line '{Heading}'.");
        var values = lines.Skip(1).Where(line => !line.StartsWith('#')).Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries)).ToLookup(field => field[0], field => field[^1], StringComparer.Ordinal);
        return new StoryCalibration(Number("slope", least: double.Epsilon), Number("intercept", double.MinValue), (int)Number("pairs", 0));

        double Number(string name, double least)
        {
            var value = values[name].FirstOrDefault() ?? throw new FormatException($"The calibration has no '{name}'.");
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= least && number <= int.MaxValue
                ? number
                : throw new FormatException($"The calibration's {name} is '{value[..Math.Min(value.Length, 40)]}', which cannot be.");
        }
    }

    /// <summary>The calibration as a plain text, for <see cref="Parse"/>.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Heading}\nslope {Slope:r}\nintercept {Intercept:r}\npairs {Pairs}\n");

    private static (Vector<double> Gradient, Matrix<double> Curvature) Derivatives(IReadOnlyList<LabelledCloseness> pairs, Vector<double> beta, double ofSame, double ofDifferent)
    {
        var gradient = Vector<double>.Build.Dense(2);
        // A trace of a prior on the slope, so that pairs of one closeness can be solved.
        var curvature = Matrix<double>.Build.DenseOfDiagonalArray([1e-9, 1e-9]);
        foreach (var (closeness, isSame, weight) in pairs)
        {
            var probability = 1 / (1 + Math.Exp(-((beta[0] * closeness) + beta[1])));
            var error = weight * (probability - (isSame ? ofSame : ofDifferent));
            var slope = weight * probability * (1 - probability);
            gradient[0] += error * closeness;
            gradient[1] += error;
            curvature[0, 0] += slope * closeness * closeness;
            curvature[0, 1] += slope * closeness;
            curvature[1, 1] += slope;
        }
        curvature[1, 0] = curvature[0, 1];
        return (gradient, curvature);
    }

    /// <summary>Minus the logarithm of the likelihood.</summary>
    private static double Loss(IReadOnlyList<LabelledCloseness> pairs, Vector<double> beta, double ofSame, double ofDifferent)
    {
        var loss = 0.0;
        foreach (var (closeness, isSame, weight) in pairs)
        {
            var odds = (beta[0] * closeness) + beta[1];
            // ln(1 + e^odds) − target · odds, without overflow.
            loss += weight * (Math.Max(odds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(odds))) - ((isSame ? ofSame : ofDifferent) * odds));
        }
        return loss;
    }
}
