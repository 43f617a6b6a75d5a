using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// The pairs of texts that a sample is drawn from, by stratum: those that were kept as close, and all that are in one story; those of one text
/// group are left out, because nobody doubts them.
/// </summary>
internal sealed class PairStrata
{
    /// <summary>Where bands of closeness begin, from the threshold on; the lowest band holds pairs of a story that were not close enough to be kept.</summary>
    private static readonly double[] Bounds = [-0.03, -0.01, 0.01, 0.05, 0.15];

    /// <summary>How much is learnt of a pair of a band: most where a little more or less would decide.</summary>
    private static readonly double[] Informative = [1, 1, 2, 3, 2, 1, 0.5];

    private readonly StoryResult _result;
    private readonly Dictionary<(int A, int B), PairCell>[] _cells = [.. Enumerable.Range(0, Informative.Length * 2).Select(_ => new Dictionary<(int A, int B), PairCell>())];

    public PairStrata(StoryResult result)
    {
        _result = result;
        var numbers = result.Stories.Index().ToDictionary(story => story.Item.Id, story => story.Index, StringComparer.Ordinal);
        var texts = result.Measure.Texts;
        var repeated = result.Articles.RepeatedIds.SelectMany(pair => new[] { pair.Article, pair.Earlier }).ToHashSet();
        var storyOf = new int[texts.Count];
        var members = new List<int>[result.Stories.Count];
        for (var text = 0; text < texts.Count; text++)
        {
            var story = result.StoryOf(texts[text].Article);
            storyOf[text] = story is null ? members.Length + text : numbers[story.Id];
            if (story is not null && !repeated.Contains(texts[text].Article)) (members[storyOf[text]] ??= []).Add(text);
        }
        var keptWithin = new long[members.Length];
        foreach (var (index, edge) in result.Edges.Index())
        {
            if (repeated.Contains(texts[edge.A].Article) || repeated.Contains(texts[edge.B].Article) || IsOneGroup(edge.A, edge.B)) continue;
            var (a, b) = (Math.Min(storyOf[edge.A], storyOf[edge.B]), Math.Max(storyOf[edge.A], storyOf[edge.B]));
            if (a == b) keptWithin[a]++;
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells[StratumOf(edge.Closeness, a == b)], (a, b), out _);
            cell ??= new PairCell([], null, 0);
            cell.Kept!.Add(index);
            cell = cell with { Count = cell.Count + 1 };
        }
        for (var story = 0; story < members.Length; story++)
        {
            if (members[story] is not { } own) continue;
            var pairs = ((long)own.Count * (own.Count - 1) / 2) - own.GroupBy(text => texts[text].Group).Where(group => group.Key >= 0).Sum(group => (long)group.Count() * (group.Count() - 1) / 2);
            if (pairs > keptWithin[story]) _cells[Informative.Length].Add((story, story), new PairCell(null, own, pairs - keptWithin[story]));
        }
    }

    /// <summary>The number of strata.</summary>
    public int Count => _cells.Length;

    /// <summary>The cells of a stratum, in order of their stories.</summary>
    public List<PairCell> CellsOf(int stratum) => [.. _cells[stratum].OrderBy(cell => cell.Key).Select(cell => cell.Value)];

    /// <summary>How much a pair of a stratum teaches.</summary>
    public static double InformativeOf(int stratum) => Informative[stratum % Informative.Length];

    /// <summary>Whether the pairs of a stratum are in one story each.</summary>
    public static bool IsTogether(int stratum) => stratum >= Informative.Length;

    /// <summary>Whether two texts are of one text group.</summary>
    public bool IsOneGroup(int a, int b) => _result.Measure.Texts[a].Group is var group && group >= 0 && group == _result.Measure.Texts[b].Group;

    private int StratumOf(double closeness, bool isTogether)
    {
        var band = 1;
        while (band <= Bounds.Length && closeness - _result.Options.Threshold >= Bounds[band - 1]) band++;
        return band + (isTogether ? Informative.Length : 0);
    }
}
