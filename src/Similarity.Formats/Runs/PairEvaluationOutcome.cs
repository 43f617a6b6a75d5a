namespace Similarity.Formats;

/// <summary>How well stories agree with labelled pairs.</summary>
/// <param name="Articles">Articles of the run.</param>
/// <param name="Judged">Pairs that are labelled same or different, and whose articles were there.</param>
/// <param name="Unsure">Pairs labelled unsure.</param>
/// <param name="Open">Pairs without a label.</param>
/// <param name="WithoutArticle">Labelled pairs of which an article was missing, or had no word.</param>
/// <param name="Threshold">Least mean closeness of the stories.</param>
/// <param name="Agreement">How well they agree.</param>
/// <param name="Sweep">The same at other thresholds, ascending.</param>
/// <param name="Errors">Pairs that the run judged otherwise: those that stand for most first.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record PairEvaluationOutcome(
    int Articles,
    int Judged,
    int Unsure,
    int Open,
    int WithoutArticle,
    double Threshold,
    PairAgreement Agreement,
    IReadOnlyList<(double Threshold, PairAgreement Agreement)> Sweep,
    IReadOnlyList<PairError> Errors,
    IReadOnlyList<string> Notices,
    IReadOnlyList<Reject> FirstRejects);
