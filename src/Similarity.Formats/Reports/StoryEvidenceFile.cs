using System.Text.Json;

namespace Similarity.Formats;

/// <summary>The file in which a run keeps what another threshold needs: a <see cref="StoryArchive"/> with a <see cref="KeptRun"/> attached as JSON.</summary>
internal static class StoryEvidenceFile
{
    /// <summary>Its name in the output folder.</summary>
    public const string Name = "stories.evidence";

    public static void Write(Stream stream, StoryResult stories, KeptRun run) =>
        StoryArchive.Write(stories, stream, JsonSerializer.SerializeToUtf8Bytes(run, KeptRunJson.Default.KeptRun));

    /// <summary>Reads the stories of a run at a threshold.</summary>
    /// <param name="path">The folder of the run, or the file itself.</param>
    /// <param name="threshold">Least mean closeness of a story; <see langword="null"/> for that of the run.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There is none, it cannot be used, or the threshold is below what was kept.</exception>
    public static (StoryResult Stories, KeptRun Run) Read(string path, double? threshold, CancellationToken cancellation)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        if (!File.Exists(file)) throw new InputException($"{path} holds no {Name}; stories writes one to its output folder");
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            var (stories, attachment) = StoryArchive.Read(stream, threshold, cancellation);
            return JsonSerializer.Deserialize(attachment, KeptRunJson.Default.KeptRun) is { } run && run.Fits(stories.Articles.Count)
                ? (stories, run)
                : throw new InputException($"{file} is damaged: what it says of its inputs does not fit its articles");
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"{file} {fault.Message}", fault);
        }
        catch (JsonException fault)
        {
            throw new InputException($"{file} is damaged: what it says of its inputs cannot be read", fault);
        }
        catch (ArgumentOutOfRangeException fault) when (fault.ParamName == nameof(threshold))
        {
            throw new InputException(FormattableString.Invariant($"{file} does not reach down to {threshold}: {fault.Message.Split('\n')[0].Replace(" (Parameter 'threshold')", "", StringComparison.Ordinal)} Run stories anew with that granularity."), fault);
        }
    }
}
