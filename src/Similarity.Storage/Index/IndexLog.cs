using Microsoft.Extensions.Logging;

namespace Similarity.Storage;

/// <summary>What an index writes to its log.</summary>
internal static partial class IndexLog
{
    [LoggerMessage(1, LogLevel.Information, "Opened an index of {Articles} articles and {Texts} texts.")]
    public static partial void Opened(ILogger logger, int articles, int texts);

    [LoggerMessage(2, LogLevel.Debug, "Merged the postings of {Segments} segments.")]
    public static partial void Merged(ILogger logger, int segments);

    [LoggerMessage(3, LogLevel.Information, "Removed {Articles} articles that had expired.")]
    public static partial void Expired(ILogger logger, int articles);

    [LoggerMessage(4, LogLevel.Information, "Learnt furniture anew and compared {Articles} articles without it.")]
    public static partial void Relearned(ILogger logger, int articles);

    [LoggerMessage(5, LogLevel.Error, "Something could not be written; the index must be opened again.")]
    public static partial void Failed(ILogger logger, Exception fault);
}
