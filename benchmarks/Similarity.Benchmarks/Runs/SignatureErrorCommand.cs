namespace Similarity.Benchmarks;

/// <summary><c>signatures</c>: the error of the estimate against theory, by size of the sets, resemblance, lanes and bits a lane; and the curve of the bands.</summary>
internal static class SignatureErrorCommand
{
    private static readonly int[] Sizes = [20, 200, 2000];
    private static readonly double[] Resemblances = [0.1, 0.3, 0.5, 0.7, 0.9, 0.95];
    private static readonly (int Lanes, int Bits)[] Kinds = [(64, 32), (128, 32), (256, 32), (512, 32), (128, 16), (128, 8)];

    public static int Run(Arguments arguments)
    {
        var trials = Math.Max(10, arguments.Integer("--trials", 4000));
        Machine.PrintHeading("Error of signatures", $"signatures --trials {trials}");
        PrintErrors(trials);
        PrintCurve(trials);
        PrintUnrelated(trials);
        return 0;
    }

    private static void PrintErrors(int trials)
    {
        Console.WriteLine($"""
            Root of the mean squared error of {trials} estimates, in units of theory: sqrt(J(1−J)/k), for fewer bits a lane sqrt(p(1−p)/k)/(1−C)
            with C = 2^−bits and p = C + (1−C)J. The mean absolute error, in brackets, in units of that of a normal error of
            the same theory, sqrt(2/π). 1.00 is theory; each figure is off by {1 / Math.Sqrt(2.0 * trials):p1} itself (standard error).

            """);
        var table = new MarkdownTable(["lanes, bits, shingles", .. Resemblances.Select(resemblance => FormattableString.Invariant($"J = {resemblance}"))]);
        foreach (var (lanes, bits) in Kinds)
        {
            foreach (var size in Sizes)
            {
                FormattableString[] cells = [.. Resemblances.Select(resemblance => Error(size, resemblance, lanes, bits, trials))];
                table.Row([$"{lanes}, {bits}, {size}", .. cells]);
            }
        }
    }

    private static FormattableString Error(int size, double resemblance, int lanes, int bits, int trials)
    {
        var settings = new SignatureSettings { Lanes = lanes, BitsPerLane = bits };
        double squares = 0, absolute = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            var pair = new SignedPair(settings, size, resemblance, trial);
            var error = (pair.A.EstimateResemblance(pair.B) - pair.Resemblance) / pair.A.StandardError(pair.Resemblance);
            squares += error * error;
            absolute += Math.Abs(error);
        }
        return $"{Math.Sqrt(squares / trials):n3} ({absolute / trials / Math.Sqrt(2 / Math.PI):n3})";
    }

    private static void PrintCurve(int trials)
    {
        var bands = BandLayout.Choose(128, new MatchRules().Reprint, new DeduplicationOptions().MissCost);
        Console.WriteLine($"""

            ## Bands

            Share of {trials} pairs of 200 shingles that share one of {bands.Bands} bands of {bands.Rows} lanes, against 1 − (1 − s^r)^b.

            """);
        var table = new MarkdownTable("resemblance", "found", "theory", "standard error");
        foreach (var resemblance in Resemblances)
        {
            double found = 0, theory = 0;
            for (var trial = 0; trial < trials; trial++)
            {
                var pair = new SignedPair(new SignatureSettings(), 200, resemblance, trial);
                theory += bands.CandidateProbability(pair.Resemblance) / trials;
                found += pair.ShareABand(bands) ? 1.0 / trials : 0;
            }
            table.Row($"{resemblance}", $"{found:n4}", $"{theory:n4}", $"{Math.Sqrt(Math.Max(theory * (1 - theory), 1e-9) / trials):n4}");
        }
    }

    private static void PrintUnrelated(int trials)
    {
        Console.WriteLine($"""

            ## Unrelated texts

            Share of equal lanes in {trials} pairs of sets with nothing in common, 128 lanes.

            """);
        var table = new MarkdownTable("bits a lane, shingles", "equal", "chance");
        foreach (var bits in new[] { 32, 16, 8 })
        {
            foreach (var size in Sizes)
            {
                var settings = new SignatureSettings { BitsPerLane = bits };
                var equal = 0.0;
                for (var trial = 0; trial < trials; trial++) equal += new SignedPair(settings, size, 0, trial).EqualLanes / (128.0 * trials);
                table.Row($"{bits}, {size}", $"{equal:e2}", $"{Math.Pow(2, -bits):e2}");
            }
        }
    }
}
