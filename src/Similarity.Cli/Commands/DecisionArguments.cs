using System.CommandLine;

namespace Similarity.Cli;

/// <summary>The options that say what counts as the same text, for every command that decides it.</summary>
internal sealed class DecisionArguments
{
    private static readonly DeduplicationOptions Defaults = new();

    private readonly Option<double> _threshold = new("--threshold", "-t")
    {
        Description = "Least resemblance of a reprint; bands and rows follow from it.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.Rules.Reprint,
    };

    private readonly Option<double> _excerpt = new("--excerpt")
    {
        Description = "Least share of the shorter text that the longer one holds, for an excerpt.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.Rules.Excerpt,
    };

    private readonly Option<double> _derived = new("--derived")
    {
        Description = "Least share of the shorter text that the longer one holds, for a derived text.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.Rules.Derived,
    };

    private readonly Option<double> _derivedPassages = new("--derived-passages")
    {
        Description = "The same where 60 words or more are shared that are not mostly quotations.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.Rules.DerivedInPassages,
    };

    private readonly Option<double> _missCost = new("--miss-cost")
    {
        Description = "Price of a pair that no band brings together, against 1 for a pair verified in vain.",
        HelpName = "PRICE",
        DefaultValueFactory = _ => Defaults.MissCost,
    };

    private readonly Option<int> _permutations = new("--permutations")
    {
        Description = "Lanes of a MinHash signature.",
        HelpName = "K",
        DefaultValueFactory = _ => Defaults.Features.Permutations,
    };

    private readonly Option<int> _shingle = new("--shingle")
    {
        Description = "Words a shingle.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Features.ShingleWords,
    };

    public DecisionArguments()
    {
        Checks.Between0And1(_threshold);
        Checks.Between0And1(_excerpt);
        Checks.Between0And1(_derived);
        Checks.Between0And1(_derivedPassages);
        Checks.Positive(_missCost);
        Checks.InRange(_permutations, 16, 4096);
        Checks.InRange(_shingle, 1, 16);
    }

    private Option[] All => [_threshold, _excerpt, _derived, _derivedPassages, _missCost, _permutations, _shingle];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
    }

    /// <summary>Whether any of them was typed.</summary>
    public bool AreGiven(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    public DeduplicationOptions Read(ParseResult parsed, FurnitureOptions furniture) => Defaults with
    {
        Features = Defaults.Features with
        {
            Permutations = parsed.GetValue(_permutations),
            ShingleWords = parsed.GetValue(_shingle),
            Furniture = furniture,
        },
        Rules = Defaults.Rules with
        {
            Reprint = parsed.GetValue(_threshold),
            Excerpt = parsed.GetValue(_excerpt),
            Derived = parsed.GetValue(_derived),
            DerivedInPassages = parsed.GetValue(_derivedPassages),
        },
        MissCost = parsed.GetValue(_missCost),
    };
}
