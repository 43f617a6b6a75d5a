using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>The arguments of a verb: words, and options of one value each.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public Arguments(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) _words.Add(args[i]);
            else if (i + 1 < args.Length) _options[args[i]] = args[++i];
            else throw new ArgumentException($"{args[i]} needs a value.");
        }
    }

    /// <summary>The words that are no options, in order.</summary>
    public IReadOnlyList<string> Words => _words;

    public string? Text(string name) => _options.GetValueOrDefault(name);

    public string Required(string name) => Text(name) ?? throw new ArgumentException($"{name} is missing.");

    public int Integer(string name, int usual) =>
        Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
