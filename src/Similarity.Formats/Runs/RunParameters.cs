namespace Similarity.Formats;

/// <summary>The parameters of a run, given and derived.</summary>
public sealed record RunParameters
{
    /// <summary>Least resemblance of a reprint.</summary>
    public required double Threshold { get; init; }

    /// <summary>Least containment of an excerpt.</summary>
    public required double Excerpt { get; init; }

    /// <summary>Least containment of a derived text.</summary>
    public required double Derived { get; init; }

    /// <summary>The loosest kind of match for which an article is removed.</summary>
    public required string Remove { get; init; }

    /// <summary>The rule by which the canonical is chosen.</summary>
    public required string Keep { get; init; }

    /// <summary>Price of a missed pair in units of a false candidate.</summary>
    public required double MissCost { get; init; }

    /// <summary>Lanes of a signature.</summary>
    public required int Permutations { get; init; }

    /// <summary>Words a shingle.</summary>
    public required int ShingleWords { get; init; }

    /// <summary>Bands a signature, derived from the threshold and the price of a miss.</summary>
    public required int Bands { get; init; }

    /// <summary>Lanes a band, derived likewise.</summary>
    public required int Rows { get; init; }

    /// <summary>Probability that a band brings together two texts whose resemblance is the threshold.</summary>
    public required double CandidateProbabilityAtThreshold { get; init; }

    /// <summary>Any run of this many words that two texts share makes them candidates.</summary>
    public required int FingerprintWords { get; init; }

    internal static RunParameters From(DeduplicationOptions options, BandLayout bands) => new()
    {
        Threshold = options.Rules.Reprint,
        Excerpt = options.Rules.Excerpt,
        Derived = options.Rules.Derived,
        Remove = options.Loosest.ToString().ToLowerInvariant(),
        Keep = options.Keep.ToString().ToLowerInvariant(),
        MissCost = options.MissCost,
        Permutations = options.Features.Permutations,
        ShingleWords = options.Features.ShingleWords,
        Bands = bands.Bands,
        Rows = bands.Rows,
        CandidateProbabilityAtThreshold = Math.Round(bands.CandidateProbability(options.Rules.Reprint), 4),
        FingerprintWords = options.Features.CandidateWords,
    };
}
