using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary>The options of every command that opens an index.</summary>
internal sealed class IndexArguments
{
    private const int DefaultMemory = 1024;
    private const int AllDays = int.MaxValue;

    private readonly Option<int> _eventsKept = new("--events-kept")
    {
        Description = "How many events are kept for 'index events'; older ones are forgotten.",
        HelpName = "N",
        DefaultValueFactory = _ => new ArticleIndexOptions().EventsKept,
    };

    /// <summary>More is as good as for ever.</summary>
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(100_000);

    private readonly Option<string> _index = new("--index") { Description = "The directory of the index.", HelpName = "DIR", Required = true };

    private readonly Option<int> _memory = new("--memory-mb")
    {
        Description = "Memory that the index may hold, in megabytes.",
        HelpName = "MB",
        DefaultValueFactory = _ => DefaultMemory,
    };

    /// <summary>For tests: so few that segments are made and merged all the time.</summary>
    private readonly Option<int> _recent = new("--recent-texts")
    {
        Description = "Texts whose postings are held in memory before they are written.",
        HelpName = "N",
        Hidden = true,
        DefaultValueFactory = _ => new ArticleIndexOptions().RecentTexts,
    };

    private readonly Option<int> _threads = new("--threads") { Description = "Threads to use; the result does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    private readonly Option<TimeSpan?> _keepFor = new("--keep-for")
    {
        Description = "Remove articles so long after they were added.",
        HelpName = "30d|12h|90m",
        CustomParser = result => ParseTime(result, "d", "h", "m", "s"),
    };

    private readonly Option<TimeSpan?> _syncEvery = new("--sync-every")
    {
        Description = "Make what was added durable so often, instead of each time before its verdict is written: a failure of the machine may then lose so much.",
        HelpName = "50ms|1s",
        CustomParser = result => ParseTime(result, "ms", "s"),
    };

    private readonly Option<int> _storyDays = new("--story-days")
    {
        Description = "Days after which an article brings nobody to its story any more; all: never, which is right for archives. Stories of more than 50,000 texts are never looked at together. Given where the index is made, and kept with it.",
        HelpName = "N|all",
        CustomParser = ParseDays,
        DefaultValueFactory = _ => new ArticleIndexOptions().Stories!.KeepDays ?? AllDays,
    };

    private readonly Option<double> _granularity = StoriesCommand.CreateGranularity();

    private readonly Option<KeepRule> _keep = new("--keep")
    {
        Description = "Which of several copies stays. This and what follows says how an index decides: given where it is made, and kept with it.",
        HelpName = "earliest|longest|first|outlets:FILE",
        CustomParser = KeepRule.Parse,
        DefaultValueFactory = _ => new KeepRule(KeepOrder.Earliest, []),
    };

    private readonly DecisionArguments _decision = new();
    private readonly FurnitureArguments _furniture = new();

    public IndexArguments()
    {
        Checks.NotEmpty(_index);
        Checks.InRange(_memory, 64, 1 << 20);
        Checks.InRange(_recent, 1, 1 << 20);
        Checks.InRange(_eventsKept, 1, int.MaxValue);
        Checks.InRange(_threads, 1, 1024);
    }

    /// <summary>The option that says which index.</summary>
    public void AddDirectoryTo(Command command) => command.Add(_index);

    /// <summary>And those of every command that opens it.</summary>
    public void AddTo(Command command)
    {
        AddDirectoryTo(command);
        command.Add(_memory);
        command.Add(_recent);
    }

    /// <summary>And those of commands that change an index.</summary>
    public void AddChangingTo(Command command)
    {
        AddTo(command);
        command.Add(_threads);
        command.Add(_storyDays);
        command.Add(_granularity);
        command.Add(_eventsKept);
    }

    /// <summary>And that of those which remove what has expired.</summary>
    public void AddKeepForTo(Command command) => command.Add(_keepFor);

    /// <summary>And those of commands that add to an index, and make it where there is none.</summary>
    public void AddWritingTo(Command command)
    {
        AddChangingTo(command);
        AddKeepForTo(command);
        foreach (var option in new Option[] { _syncEvery, _keep }) command.Add(option);
        _decision.AddTo(command);
        _furniture.AddTo(command);
    }

    /// <summary>Opens the index to add to it.</summary>
    public ArticleIndex OpenWriter(ParseResult parsed) => ArticleIndex.Open(parsed.GetRequiredValue(_index), ChangingOptions(parsed) with
    {
        SyncEvery = parsed.GetValue(_syncEvery) ?? TimeSpan.Zero,
        Deduplication = ReadDecision(parsed),
    });

    /// <summary>Opens an index that is there, to change it.</summary>
    public ArticleIndex OpenExisting(ParseResult parsed) => ArticleIndex.Open(Directory(parsed), ChangingOptions(parsed));

    /// <summary>Opens an index that is there, to ask it; another process may be adding to it.</summary>
    public ArticleIndex OpenReader(ParseResult parsed) => OpenReader(parsed, Directory(parsed));

    /// <summary>Opens another index to ask it, with the same memory.</summary>
    public ArticleIndex OpenReader(ParseResult parsed, string directory) => ArticleIndex.Open(directory, Options(parsed) with { IsReadOnly = true });

    /// <summary>Opens an index that is there, to copy it: as its writer, who need not copy each entry, if nobody else is that.</summary>
    public ArticleIndex OpenToCopy(ParseResult parsed)
    {
        try
        {
            return ArticleIndex.Open(Directory(parsed), Options(parsed) with { TakesUpStories = false });
        }
        catch (IndexLockedException)
        {
            return OpenReader(parsed);
        }
    }

    /// <summary>The directory of an index that is there.</summary>
    public string Directory(ParseResult parsed)
    {
        var directory = parsed.GetRequiredValue(_index);
        return RocksIndexStore.IsIn(Path.Combine(directory, "store")) ? directory : throw new IOException($"there is no index in {directory}");
    }

    private ArticleIndexOptions Options(ParseResult parsed) => new() { MemoryBytes = (long)parsed.GetValue(_memory) << 20, RecentTexts = parsed.GetValue(_recent) };

    private ArticleIndexOptions ChangingOptions(ParseResult parsed)
    {
        var options = Options(parsed) with { EventsKept = parsed.GetValue(_eventsKept), KeepFor = parsed.GetValue(_keepFor), Threads = parsed.GetValue(_threads) };
        if (parsed.GetResult(_storyDays) is not { Implicit: false } && parsed.GetResult(_granularity) is not { Implicit: false }) return options;
        var days = parsed.GetValue(_storyDays);
        return options with { Stories = options.Stories! with { KeepDays = days == AllDays ? null : days, Stories = new StoryOptions { Threshold = parsed.GetValue(_granularity) } } };
    }

    private DeduplicationOptions? ReadDecision(ParseResult parsed)
    {
        var isGiven = _decision.AreGiven(parsed) || _furniture.AreGiven(parsed) || parsed.GetResult(_keep) is { Implicit: false };
        var rule = parsed.GetRequiredValue(_keep);
        return isGiven ? _decision.Read(parsed, _furniture.Read(parsed)) with { Keep = rule.Order, PreferredOutlets = rule.Outlets } : null;
    }

    private static int ParseDays(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (text == "all") return AllDays;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0) return days;
        result.AddError($"--story-days: '{text}' is neither a whole number above 0 nor all.");
        return AllDays;
    }

    /// <summary>Reads a whole number and a unit behind it.</summary>
    public static TimeSpan? ParseTime(ArgumentResult result, params string[] units)
    {
        var text = result.Tokens[^1].Value;
        foreach (var unit in units.OrderByDescending(unit => unit.Length))
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            if (!int.TryParse(text[..^unit.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0) break;
            var one = unit switch
            {
                "d" => TimeSpan.FromDays(1),
                "h" => TimeSpan.FromHours(1),
                "m" => TimeSpan.FromMinutes(1),
                "s" => TimeSpan.FromSeconds(1),
                _ => TimeSpan.FromMilliseconds(1),
            };
            return count < LongestTime / one ? count * one : LongestTime;
        }
        result.AddError($"{result.Argument.Name}: '{text}' is no time; write a whole number above 0 and {string.Join(" or ", units)} behind it, like 30{units[0]}.");
        return null;
    }
}
