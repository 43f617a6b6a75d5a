namespace Similarity.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Nothing to do, or the guard refused to write the results.</summary>
    public const int Refused = 1;

    /// <summary>Wrong arguments, or a failure.</summary>
    public const int Error = 2;

    /// <summary>Stopped by the user, as shells report it.</summary>
    public const int Interrupted = 130;
}
