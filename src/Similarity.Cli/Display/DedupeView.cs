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
        foreach (var notice in outcome.Notices) Console.Error.WriteLine($"similarity: {SafeText.OneLine(notice, 400)}");
        foreach (var reject in outcome.FirstRejects)
        {
            var place = reject.Line > 0 ? string.Create(Culture, $"{reject.File}:{reject.Line}") : reject.File;
            var field = reject.Field is null ? "" : $"{reject.Field}: ";
            Console.Error.WriteLine($"similarity: {reject.Outcome.ToString().ToLowerInvariant()}: {SafeText.OneLine($"{place}: {field}{reject.Reason}", 400)}");
        }
    }

    public void PrintResult()
    {
        var summary = outcome.Summary;
        PrintExamples();
        Console.WriteLine(string.Create(Culture, $"{summary.Articles:n0} articles: {summary.Kept:n0} kept, {summary.Removed:n0} removed ({Removals()}), {summary.Groups:n0} groups, the largest of {summary.LargestGroup:n0}"));
        if (summary.Derived > 0) Console.WriteLine(string.Create(Culture, $"{summary.Derived:n0} kept although derived from another article"));
        Print(summary.Empty, "without a word, kept and not compared");
        Print(summary.DerivedIds, "without an id, which was derived from the content");
        Print(summary.RepeatedIds, "with an id that another text has too, see rejects");
        Print(summary.Rejected, "records rejected, see rejects");
        Print(summary.Abandoned, "inputs not read to their end, see rejects");
        var parameters = summary.Parameters;
        Console.WriteLine(string.Create(
            Culture,
            $"threshold {parameters.Threshold}: {parameters.Bands} bands of {parameters.Rows} rows find {parameters.CandidateProbabilityAtThreshold:p1} of the pairs at it; fingerprints find any {parameters.FingerprintWords} words in common, twice"));
        Console.WriteLine($"results in {options.OutputFolder}");
    }

    private static void Print(int count, string what)
    {
        if (count > 0) Console.WriteLine(string.Create(Culture, $"{count:n0} {what}"));
    }

    private string Removals() =>
        string.Join(", ", outcome.Summary.RemovedByKind.Select(kind => string.Create(Culture, $"{kind.Value:n0} {kind.Key}")));

    private void PrintExamples()
    {
        foreach (var example in outcome.Examples)
        {
            PrintArticle("kept", null, example.Canonical);
            foreach (var (article, match) in example.Members) PrintArticle(NameOf(match), match, article);
            var more = example.Group.Members.Count - example.Members.Count;
            if (more > 0) Console.WriteLine(string.Create(Culture, $"  … and {more:n0} more"));
            if (example.Source is { } source) PrintArticle("derived from", example.Group.DerivedFrom, source);
            Console.WriteLine();
        }
    }

    private void PrintArticle(string role, Match? match, ShownArticle article)
    {
        var evidence = match is null ? "" : Describe(match.Overlap);
        var outlet = SafeText.OneLine(article.Outlet, OutletWidth);
        var line = $"  {role,-13}{evidence,-31}{outlet,-OutletWidth}  ";
        Console.WriteLine(line + SafeText.OneLine(article.Title, Math.Max(20, _width - line.Length - 1)));
    }

    private static string Describe(Overlap overlap) => overlap.ContainmentOfA >= overlap.ContainmentOfB
        ? string.Create(Culture, $"{overlap.Resemblance:f2} alike, {overlap.ContainmentOfA:f2} of it kept")
        : string.Create(Culture, $"{overlap.Resemblance:f2} alike, holds {overlap.ContainmentOfB:f2} of it");

    private static string NameOf(Match match) => match.Kind.ToString().ToLowerInvariant();
}
