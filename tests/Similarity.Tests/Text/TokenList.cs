using System.Text;

namespace Similarity.Tests;

/// <summary>One token with all that is known of it.</summary>
internal readonly record struct Token(ulong Hash, int Start, int End);

/// <summary>Tokens by each way to make them, in a form that tests compare.</summary>
internal static class TokenList
{
    /// <summary>Every vectorised form by name: all of them run on every machine.</summary>
    public static IReadOnlyDictionary<string, Func<byte[], List<Token>>> Vectorised { get; } =
        new Dictionary<string, Func<byte[], List<Token>>>(StringComparer.Ordinal)
        {
            ["512"] = text => Collect(tokens => BlockTokenizer.Run<Block512>(text, tokens)),
            ["256"] = text => Collect(tokens => BlockTokenizer.Run<Block256>(text, tokens)),
            ["128"] = text => Collect(tokens => BlockTokenizer.Run<Block128>(text, tokens)),
        };

    public static List<Token> Scalar(byte[] text) =>
        Collect(tokens => ScalarTokenizer.Run(text, new byte[OpenToken<HashSink>.BufferBytes], new HashSink(tokens)));

    public static List<Token> Default(byte[] text) => Collect(tokens => Tokenizer.Tokenize(text, tokens));

    /// <summary>The folded tokens of a text, one space between two.</summary>
    public static string Fold(string text) => Fold(Encoding.UTF8.GetBytes(text));

    public static string Fold(ReadOnlySpan<byte> text)
    {
        var folded = new byte[(text.Length * 16) + 64];
        return Encoding.UTF8.GetString(folded, 0, Tokenizer.Fold(text, folded));
    }

    public static List<Token> Collect(Action<TokenBuffer> run)
    {
        var tokens = new TokenBuffer(withOffsets: true);
        run(tokens);
        return Enumerable.Range(0, tokens.Count)
            .Select(i => new Token(tokens.Hashes[i], tokens.Starts[i], tokens.Ends[i]))
            .ToList();
    }
}
