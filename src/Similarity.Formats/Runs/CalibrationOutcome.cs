namespace Similarity.Formats;

/// <summary>A calibration fitted to labels, and how far such calibrations come true.</summary>
/// <param name="Calibration">Fitted to all pairs.</param>
/// <param name="Pairs">How many labelled pairs there were.</param>
/// <param name="Same">How many of them tell one story.</param>
/// <param name="Held">Reliability on pairs that were held back: each fifth of the pairs predicted by a calibration fitted to the others.</param>
/// <param name="General">Reliability of <see cref="StoryCalibration.General"/> on the same pairs.</param>
/// <param name="Notices">What the user should know about the inputs.</param>
/// <param name="FirstRejects">The first few things that were wrong with the input.</param>
public sealed record CalibrationOutcome(
    StoryCalibration Calibration, int Pairs, int Same, Reliability Held, Reliability General, IReadOnlyList<string> Notices, IReadOnlyList<Reject> FirstRejects);
