using System.Globalization;
using Similarity.Formats;
using Spectre.Console;

namespace Similarity.Cli;

/// <summary>
/// Shows what a run found: what was wrong with the input on standard error, the numbers and a few groups with their
/// evidence on standard output.
/// </summary>
internal sealed class DedupeView(BatchOutcome outcome, BatchRunOptions options)
{
    private const int TitleWidth = 56;
    private const int NameWidth = 26;

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
        if (outcome.Examples.Count == 0) return;
        var table = new Table().Border(TableBorder.Simple).AddColumns("match", "resemblance", "contained", "outlet", "title");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var column in table.Columns) _ = column.NoWrap();
        foreach (var example in outcome.Examples)
        {
            Add(table, "kept", null, example.Canonical);
            foreach (var (article, match) in example.Members) Add(table, match.Kind.ToString().ToLowerInvariant(), match, article);
            if (example.Group.Members.Count > example.Members.Count)
            {
                _ = table.AddRow("", "", "", "", string.Create(Culture, $"… and {example.Group.Members.Count - example.Members.Count:n0} more"));
            }
            if (example.Source is { } source) Add(table, "derived from", example.Group.DerivedFrom, source);
            _ = table.AddEmptyRow();
        }
        AnsiConsole.Write(table);
    }

    private static void Add(Table table, string kind, Match? match, ShownArticle article) => table.AddRow(
        kind,
        match is null ? "" : match.Overlap.Resemblance.ToString("f2", Culture),
        match is null ? "" : match.Overlap.ContainmentOfA.ToString("f2", Culture),
        Markup.Escape(SafeText.OneLine(article.Outlet, NameWidth)),
        Markup.Escape(SafeText.OneLine(article.Title, TitleWidth)));
}
