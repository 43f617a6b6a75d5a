using System.Buffers;

namespace Similarity.FastText;

/// <summary>What the two ways of reading tokens, <see cref="LineTokens"/> and <see cref="SentenceTokens"/>, have in common.</summary>
internal static class TokenReading
{
    /// <summary>Takes the next token of a line; what is left begins with what ended it.</summary>
    /// <param name="rest">What is left of the text.</param>
    /// <param name="separators">What ends tokens, the newline among them.</param>
    /// <returns>No bytes where the line ends: at a newline, which is left, or with the text.</returns>
    public static ReadOnlySpan<byte> TakeToken(scoped ref ReadOnlySpan<byte> rest, SearchValues<byte> separators)
    {
        var start = 0;
        while (start < rest.Length && rest[start] != '\n' && separators.Contains(rest[start])) start++;
        rest = rest[start..];
        var length = rest.IndexOfAny(separators);
        if (length < 0) length = rest.Length;
        var token = rest[..length];
        rest = rest[length..];
        return token;
    }
}
