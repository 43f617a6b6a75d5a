namespace Similarity.Formats;

/// <summary>How well stories agree with labels.</summary>
/// <param name="Articles">Articles of the run.</param>
/// <param name="Labelled">Those that have a label, and are compared.</param>
/// <param name="WithoutArticle">Labels of identifiers that no article has.</param>
/// <param name="Threshold">Least mean closeness of the stories.</param>
/// <param name="Agreement">How well they agree.</param>
/// <param name="Interval">How far B-cubed F1 depends on which stories are labelled.</param>
/// <param name="Sweep">The same at other thresholds, ascending.</param>
/// <param name="Errors">The worst of what is wrong.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record EvaluationOutcome(
    int Articles,
    int Labelled,
    int WithoutArticle,
    double Threshold,
    ClusteringAgreement Agreement,
    AgreementInterval Interval,
    IReadOnlyList<(double Threshold, ClusteringAgreement Agreement)> Sweep,
    IReadOnlyList<StoryError> Errors,
    IReadOnlyList<string> Notices,
    IReadOnlyList<Reject> FirstRejects);
