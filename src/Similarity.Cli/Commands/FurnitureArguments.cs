using System.CommandLine;
using System.CommandLine.Parsing;

namespace Similarity.Cli;

/// <summary>The options that say what of a page is furniture, for every command that looks at texts.</summary>
internal sealed class FurnitureArguments
{
    private readonly Option<LearntFurniture?> _known = new("--furniture")
    {
        Description = "What was learnt of outlets before, as 'similarity furniture' saves it.",
        HelpName = "FILE",
        CustomParser = result => ReadFile(result, LearntFurniture.Parse),
    };

    private readonly Option<PhraseTable?> _phrases = new("--phrases")
    {
        Description = "Further phrases that pages put around articles, one a line.",
        HelpName = "FILE",
        CustomParser = result => ReadFile(result, PhraseTable.Parse),
    };

    private readonly Option<bool> _off = new("--keep-furniture") { Description = "Compare texts as they stand, with all that pages added to them." };

    public void AddTo(Command command)
    {
        command.Add(_known);
        command.Add(_phrases);
        command.Add(_off);
    }

    /// <summary>Whether any of them was typed.</summary>
    public bool AreGiven(ParseResult parsed) => new Option[] { _known, _phrases, _off }.Any(option => parsed.GetResult(option) is { Implicit: false });

    public FurnitureOptions Read(ParseResult parsed) => parsed.GetValue(_off) ? FurnitureOptions.None : new FurnitureOptions
    {
        Known = parsed.GetValue(_known) ?? LearntFurniture.None,
        Phrases = parsed.GetValue(_phrases) is { } further ? PhraseTable.Default.With(further) : PhraseTable.Default,
    };

    /// <summary>Reads the file that an option names; what is wrong with it is an error of the option.</summary>
    public static T? ReadFile<T>(ArgumentResult result, Func<string, T> parse)
        where T : class
    {
        var path = result.Tokens[^1].Value;
        try
        {
            return parse(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            result.AddError($"{path}: {fault.Message}");
            return null;
        }
    }
}
