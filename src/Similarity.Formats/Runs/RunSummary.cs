using System.Text.Json;
using System.Text.Json.Serialization;

namespace Similarity.Formats;

/// <summary>
/// What a run did, in numbers: the content of <c>summary.json</c>. Nothing in it depends on time, threads or machine.
/// </summary>
public sealed record RunSummary
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Articles that took part.</summary>
    public required int Articles { get; init; }

    /// <summary>Articles that stay.</summary>
    public required int Kept { get; init; }

    /// <summary>Articles removed in favour of one that stays.</summary>
    public required int Removed { get; init; }

    /// <summary>How many were removed as what.</summary>
    public required IReadOnlyDictionary<string, int> RemovedByKind { get; init; }

    /// <summary>Groups of two or more articles.</summary>
    public required int Groups { get; init; }

    /// <summary>Articles in the largest group; 0 without groups.</summary>
    public required int LargestGroup { get; init; }

    /// <summary>Articles that stay beside the canonical of their group, because they have text of their own.</summary>
    public required int Derived { get; init; }

    /// <summary>Brief texts: headlines and bodies of a few words.</summary>
    public required int Brief { get; init; }

    /// <summary>Articles without a word, which are kept and never grouped.</summary>
    public required int Empty { get; init; }

    /// <summary>Articles whose identifier was derived from their content.</summary>
    public required int DerivedIds { get; init; }

    /// <summary>Articles with an identifier that an earlier article has with another text.</summary>
    public required int RepeatedIds { get; init; }

    /// <summary>Records left out; see the rejects.</summary>
    public required int Rejected { get; init; }

    /// <summary>Inputs that could not be read to their end; see the rejects.</summary>
    public required int Abandoned { get; init; }

    /// <summary>Pairs whose texts were read again and measured.</summary>
    public required int PairsVerified { get; init; }

    /// <summary>What the run was told, and what followed from it.</summary>
    public required RunParameters Parameters { get; init; }

    /// <summary>The stories in numbers; left out where none were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StorySummary? Stories { get; init; }

    /// <summary>Articles and removals by outlet, most removals first; the first thousand.</summary>
    public required IReadOnlyList<OutletRemovals> Outlets { get; init; }

    internal static RunSummary Create(DeduplicationResult result, StoryResult? stories, RejectLog rejects, BatchRunOptions options)
    {
        var articles = Enumerable.Range(0, result.Count);
        var removals = articles.Select(result.RemovalOf).OfType<Match>().ToList();
        return new RunSummary
        {
            Version = typeof(Deduplication).Assembly.GetName().Version!.ToString(3),
            Articles = result.Count,
            Kept = result.Count - result.Removed,
            Removed = result.Removed,
            RemovedByKind = Enum.GetValues<MatchKind>()
                .Where(kind => kind <= options.Deduplication.Loosest)
                .ToDictionary(
                    kind => kind.ToString().ToLowerInvariant(),
                    kind => removals.Count(removal => removal.Kind == kind),
                    StringComparer.Ordinal),
            Groups = result.Groups.Count,
            LargestGroup = result.Groups.Select(group => group.Members.Count + 1).DefaultIfEmpty().Max(),
            Derived = result.Groups.Sum(group => group.Members.Count(member => !member.IsRemoval)),
            Brief = articles.Count(article => result.FormOf(article) == TextForm.Brief),
            Empty = articles.Count(article => result.FormOf(article) == TextForm.Empty),
            DerivedIds = articles.Count(result.IdIsDerived),
            RepeatedIds = result.RepeatedIds.Count,
            Rejected = rejects.Rejected,
            Abandoned = rejects.Abandoned,
            PairsVerified = result.Verified,
            Parameters = RunParameters.From(options.Deduplication, result.Bands),
            Stories = stories is null ? null : StorySummary.Of(stories),
            Outlets = CountOutlets(result),
        };
    }

    internal async Task WriteAsync(ReportFolder folder, CancellationToken cancellation)
    {
        await using var stream = folder.Create(ReportFolder.Summary);
        await JsonSerializer.SerializeAsync(stream, this, SummaryJson.Default.RunSummary, cancellation);
        await stream.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private static List<OutletRemovals> CountOutlets(DeduplicationResult result)
    {
        const int Most = 1000;
        var articles = new int[result.Outlets.Count];
        var removed = new int[result.Outlets.Count];
        for (var article = 0; article < result.Count; article++)
        {
            var outlet = result.OutletOf(article);
            if (outlet < 0) continue;
            articles[outlet]++;
            if (result.RemovalOf(article) is not null) removed[outlet]++;
        }
        return
        [
            .. result.Outlets
                .Select((name, number) => new OutletRemovals(name, articles[number], removed[number]))
                .OrderByDescending(outlet => outlet.Removed)
                .ThenByDescending(outlet => outlet.Articles)
                .ThenBy(outlet => outlet.Outlet, StringComparer.Ordinal)
                .Take(Most),
        ];
    }
}
