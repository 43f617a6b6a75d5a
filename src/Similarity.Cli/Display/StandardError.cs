using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>
/// Standard error. Where it is full or closed there is nobody to tell, and no reason to end what is being told about.
/// </summary>
internal static class StandardError
{
    private const int LongestMessage = 1000;

    /// <summary>One line in the command's name. Messages name files, columns and outlets, which anybody may have written.</summary>
    public static void Say(string message) => WriteLine($"similarity: {SafeText.OneLine(message, LongestMessage)}");

    /// <summary>A line as it is.</summary>
    public static void WriteLine(string line)
    {
        try
        {
            Console.Error.WriteLine(line);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // See above.
        }
    }
}
