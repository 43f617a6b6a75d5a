using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>
/// Shows what a run found: what was wrong with the input on standard error, the numbers and a few groups with their
/// evidence on standard output.
/// </summary>
internal sealed class DedupeView(BatchOutcome outcome, BatchRunOptions options)
{
    private const int OutletWidth = 20;

    /// <summary>The width of the terminal; wide enough for whole titles where the output goes elsewhere.</summary>
    private readonly int _width = Console.IsOutputRedirected ? 160 : Math.Max(80, Console.WindowWidth);

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public void PrintNotices()
    {
        foreach (var notice in outcome.Notices) StandardError.Say(notice);
        var known = outcome.Result.Outlets.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var outlet in options.Deduplication.PreferredOutlets.Where(outlet => !known.Contains(outlet)))
        {
            StandardError.Say($"--keep: no article is of the outlet '{outlet}'");
        }
    }

    /// <summary>The first rejects that are at least so bad; every abandoned input is among them.</summary>
    public void PrintRejects(RejectOutcome atLeast)
    {
        foreach (var reject in outcome.FirstRejects.Where(reject => reject.Outcome >= atLeast))
        {
            var place = reject.Line > 0 ? string.Create(Culture, $"{reject.File}:{reject.Line}") : reject.File;
            var field = reject.Field is null ? "" : $"{reject.Field}: ";
            StandardError.Say($"{reject.Outcome.ToString().ToLowerInvariant()}: {place}: {field}{reject.Reason}");
        }
    }

    public void PrintResult(bool verbose)
    {
        var summary = outcome.Summary;
        if (outcome.Stories is null) PrintExamples();
        else StoryLines.Print(outcome.StoryExamples, _width);
        Console.WriteLine(string.Create(Culture, $"{Count(summary.Articles, "article")}: {summary.Kept:n0} kept, {summary.Removed:n0} removed ({Removals()}), {Count(summary.Groups, "group")}, the largest of {summary.LargestGroup:n0}"));
        if (summary.Stories is { } stories) Console.WriteLine(StoryLines.Describe(stories));
        Print(summary.Derived, "article", "kept in a group beside its canonical, having text of its own");
        Print(summary.Brief, "brief text", "compared by headline and body together");
        Print(summary.Empty, "article", "without a word, kept and not compared");
        Print(summary.DerivedIds, "article", "without an id, which was derived from the content");
        Print(summary.RepeatedIds, "article", "with an id that another text has too; see rejects");
        Print(summary.Rejected, "record", "rejected; see rejects");
        Print(summary.Abandoned, "input", "not read to its end; see rejects");
        var parameters = summary.Parameters;
        if (verbose)
        {
            Console.WriteLine(string.Create(
                Culture,
                $"{parameters.Bands} bands of {parameters.Rows} rows find {parameters.CandidateProbabilityAtThreshold:p1} of the pairs at the threshold {parameters.Threshold}, and more above it; fingerprints find what shares passages of {parameters.FingerprintWords} words; {Count(summary.PairsVerified, "pair")} verified"));
        }
        Console.WriteLine($"results in {SafeText.OneLine(options.OutputFolder, 400)}");
    }

    private static void Print(int count, string noun, string what)
    {
        if (count > 0) Console.WriteLine($"{Count(count, noun)} {what}");
    }

    private static string Count(int count, string noun) => string.Create(Culture, $"{count:n0} {noun}{(count == 1 ? "" : "s")}");

    private string Removals() =>
        string.Join(", ", outcome.Summary.RemovedByKind.Select(kind => string.Create(Culture, $"{kind.Value:n0} {kind.Key}")));

    private void PrintExamples()
    {
        foreach (var example in outcome.Examples)
        {
            PrintArticle("kept", null, example.Canonical);
            foreach (var (article, match) in example.Members) PrintArticle(match.IsRemoval ? NameOf(match) : $"{NameOf(match)} kept", match, article);
            var more = example.Group.Members.Count - example.Members.Count;
            if (more > 0) Console.WriteLine(string.Create(Culture, $"  … and {more:n0} more"));
            Console.WriteLine();
        }
    }

    private void PrintArticle(string role, Match? match, ShownArticle article)
    {
        var evidence = match is null ? "" : match.Kind == MatchKind.Identical ? "the same words" : Describe(match.Overlap);
        var outlet = SafeText.OneLine(article.Outlet, OutletWidth);
        var line = $"  {role,-13}{evidence,-31}{outlet,-OutletWidth}  ";
        Console.WriteLine(line + SafeText.OneLine(article.Title, Math.Max(20, _width - line.Length - 1)));
    }

    private static string Describe(Overlap overlap) => overlap.ContainmentOfA >= overlap.ContainmentOfB
        ? string.Create(Culture, $"{Percent(overlap.Resemblance)} alike, {Percent(overlap.ContainmentOfA)} of it there")
        : string.Create(Culture, $"{Percent(overlap.Resemblance)} alike, holds {Percent(overlap.ContainmentOfB)}");

    /// <summary>Rounded down, so that only all is 100 %.</summary>
    private static string Percent(double share) => string.Create(Culture, $"{Math.Floor(share * 100):n0} %");

    private static string NameOf(Match match) => match.Kind.ToString().ToLowerInvariant();
}
