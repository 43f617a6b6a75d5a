using System.Globalization;
using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary><c>reuse</c>: how well a run finds the families of a set that <c>reprints</c> has written.</summary>
internal static class ReuseCommand
{
    public static int Run(Arguments arguments)
    {
        var path = arguments.Required("--set");
        var gold = File.ReadLines(ReprintsCommand.GoldOf(path)).Select(GoldLine.Parse).ToList();
        var articles = new LoadedArticles([path]);
        if (articles.Count != gold.Count) throw new IOException($"{path} holds {articles.Count} articles, and what is known of them is {gold.Count} lines.");
        var result = articles.Deduplicate(new DeduplicationOptions { Threads = arguments.Integer("--threads", Environment.ProcessorCount) });
        var groups = Enumerable.Range(0, gold.Count).Select(article => result.GroupOf(article)?.Id ?? $"alone-{article}").ToList();

        Machine.PrintHeading($"Copies found in {Path.GetFileNameWithoutExtension(path)}", "reprints …; reuse --set …");
        var measures = ClusteringAgreement.Of([.. gold.Select(line => line.Family)], groups);
        var table = new MarkdownTable("articles", "pairs P", "R", "F1", "ARI", "B-cubed P", "R", "F1");
        table.Row($"{gold.Count}", $"{measures.PairPrecision:n4}", $"{measures.PairRecall:n4}", $"{measures.PairF1:n4}", $"{measures.AdjustedRandIndex:n4}", $"{measures.BCubedPrecision:n4}", $"{measures.BCubedRecall:n4}", $"{measures.BCubedF1:n4}");
        PrintByEdit(gold, groups);
        PrintErrors(gold, groups, result, arguments.Integer("--errors", 0));
        return 0;
    }

    private static void PrintByEdit(List<GoldLine> gold, List<string> groups)
    {
        Console.WriteLine("\nPairs of a copy with another member of its family, by the copy's edits:\n");
        var table = new MarkdownTable("edit", "pairs", "found");
        var pairs = Families(gold).SelectMany(family => family.SelectMany(copy => family.Where(other => other != copy).Select(other => (Copy: copy, Found: groups[copy] == groups[other])))).ToList();
        foreach (var edit in pairs.SelectMany(pair => gold[pair.Copy].Edits.Distinct(StringComparer.Ordinal).Select(edit => (Edit: edit, pair.Found))).GroupBy(pair => pair.Edit, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            table.Row($"{edit.Key}", $"{edit.Count()}", $"{edit.Average(pair => pair.Found ? 1.0 : 0):n4}");
        }
        Console.WriteLine("\nArticles that were joined with one of another family, by what they are:\n");
        var joined = new MarkdownTable("role", "articles", "joined");
        var familiesOf = groups.Zip(gold).GroupBy(pair => pair.First, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(pair => pair.Second.Family).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        foreach (var role in gold.Index().GroupBy(line => line.Item.Role, StringComparer.Ordinal).OrderBy(role => role.Key, StringComparer.Ordinal))
        {
            joined.Row($"{role.Key}", $"{role.Count()}", $"{role.Count(line => familiesOf[groups[line.Index]] > 1)}");
        }
    }

    private static IEnumerable<List<int>> Families(List<GoldLine> gold) =>
        gold.Index().GroupBy(line => line.Item.Family, line => line.Index, StringComparer.Ordinal).Select(family => family.ToList()).Where(family => family.Count > 1);

    private static void PrintErrors(List<GoldLine> gold, List<string> groups, DeduplicationResult result, int count)
    {
        if (count == 0) return;
        Console.WriteLine("\nMissed:\n");
        foreach (var family in Families(gold).Where(family => family.Select(article => groups[article]).Distinct(StringComparer.Ordinal).Count() > 1).Take(count))
        {
            Console.WriteLine(string.Join("; ", family.Select(article => $"{gold[article]} {groups[article]}")));
        }
        Console.WriteLine("\nJoined falsely:\n");
        foreach (var group in result.Groups.Where(group => group.Members.Any(member => gold[member.Article].Family != gold[group.Canonical].Family)).Take(count))
        {
            Console.WriteLine($"{gold[group.Canonical]}: {string.Join("; ", group.Members.Select(member => string.Create(CultureInfo.InvariantCulture, $"{gold[member.Article]} with {gold[member.Other].Id} {member.Kind} {member.Overlap.Containment:n2} {member.Overlap.Shared} words {member.Overlap.Passages} passages")))}");
        }
    }

    /// <summary>What is known of one article.</summary>
    private sealed record GoldLine(string Id, string Family, string Role, double Surviving, string[] Edits)
    {
        public static GoldLine Parse(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new(root.GetProperty("id").GetString()!, root.GetProperty("family").GetString()!, root.GetProperty("role").GetString()!, root.GetProperty("surviving").GetDouble(),
                [.. root.GetProperty("edits").EnumerateArray().Select(edit => edit.GetString()!)]);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Family} {Role} [{string.Join(' ', Edits)}] {Surviving}");
    }
}
