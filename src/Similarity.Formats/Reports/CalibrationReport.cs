namespace Similarity.Formats;

/// <summary>Writes a calibration, and the diagram that says how far it can be believed.</summary>
public static class CalibrationReport
{
    /// <summary>The calibration's name in the output folder.</summary>
    public const string CalibrationName = "calibration.txt";

    /// <summary>The diagram's name.</summary>
    public const string PictureName = "reliability.svg";

    /// <summary>Writes both; they take their names when they are complete.</summary>
    /// <exception cref="IOException">They cannot be written; nothing was replaced.</exception>
    public static async Task WriteAsync(CalibrationOutcome outcome, string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using var folder = new ReportFolder(path);
        await using (var file = new StreamWriter(folder.Create(CalibrationName))) await file.WriteAsync(outcome.Calibration.ToText().AsMemory(), cancellation);
        await using (var file = new StreamWriter(folder.Create(PictureName)))
        {
            var picture = ReliabilityPicture.Draw([("these labels, held back", "#0b5394", outcome.Held), ("the general calibration", "#e69138", outcome.General)]);
            await file.WriteAsync(picture.AsMemory(), cancellation);
        }
        folder.Commit();
    }
}
