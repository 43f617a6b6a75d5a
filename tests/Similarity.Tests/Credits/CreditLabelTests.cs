using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Similarity.Tests;

/// <summary>
/// Credits that were labelled by hand in real articles: ids, offsets and names are in the repository, the articles beside it.
/// </summary>
public class CreditLabelTests
{
    private static readonly string Labels = Path.Combine(SharedData.Repository, "tests", "labels", "credits.jsonl");

    [Fact]
    public void Most_credits_are_found_and_most_found_are_right()
    {
        Assert.SkipUnless(File.Exists(Labels), "The labels are not there yet.");
        var labels = File.ReadLines(Labels).Select(line => JsonNode.Parse(line)!).ToList();
        var articles = SharedCredits.Read(labels.Select(label => ((string)label["set"]!, (string)label["id"]!)).ToHashSet());
        var (found, right, labelled, recalled, missing) = (0, 0, 0, 0, 0);
        var finder = new CreditFinder();
        var wrong = new List<string>();
        foreach (var label in labels)
        {
            if (!articles.TryGetValue(((string)label["set"]!, (string)label["id"]!), out var article))
            {
                missing++;
                continue;
            }
            var wanted = label["credits"]!.AsArray().Select(one => new Wanted(one!)).ToList();
            var got = finder.Find(article).ToArray();
            (found, labelled) = (found + got.Length, labelled + wanted.Count);
            right += got.Count(credit => wanted.Exists(one => one.Is(credit, article)));
            recalled += wanted.Count(one => Array.Exists(got, credit => one.Is(credit, article)));
            wrong.AddRange(got.Where(credit => !wanted.Exists(one => one.Is(credit, article))).Select(credit => $"wrong {label["set"]} {label["id"]} {credit.Kind} {credit.NameIn(article)} {credit.Start}"));
            wrong.AddRange(wanted.Where(one => !Array.Exists(got, credit => one.Is(credit, article))).Select(one => $"missed {label["set"]} {label["id"]} {one.Name} {one.Start}"));
        }

        Assert.Equal(0, missing);
        var (precision, recall) = ((double)right / found, (double)recalled / labelled);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{labels.Count} articles, {labelled} labelled, {found} found: precision {precision:F3}, recall {recall:F3}"));
        foreach (var one in wrong) TestContext.Current.TestOutputHelper.WriteLine(one);
        Assert.InRange(precision, 0.95, 1);
        Assert.InRange(recall, 0.9, 1);
    }

    [Fact]
    public void The_article_this_project_grew_from_names_its_agency_and_its_editor()
    {
        var article = new ArticleBuffer();
        article.Set(ArticleField.Body, File.ReadAllBytes(SharedData.Require("seed/assad-meets-khamenei-and-rouhani.txt")));
        var credits = new CreditFinder().Find(article).ToArray();
        Assert.Equal([(CreditKind.Summary, "SANA", false), (CreditKind.Closing, "The Syrian Observer", true)], credits.Select(credit => (credit.Kind, credit.NameIn(article), credit.IsOwn)));
    }

    private sealed class Wanted(JsonNode label)
    {
        public string Name { get; } = (string)label["name"]!;

        public int Start { get; } = (int)label["start"]!;

        private int End { get; } = (int)label["end"]!;

        private string Field { get; } = (string)label["field"]!;

        /// <summary>Whether a credit names the same agency in words that overlap the labelled ones.</summary>
        public bool Is(Credit credit, ArticleBuffer article) =>
            string.Equals(credit.Field.ToString(), Field, StringComparison.OrdinalIgnoreCase)
            && credit.Start < End && Start < credit.End
            && (credit.Agency is { } agency ? IsNameOf(agency) : Squash(credit.NameIn(article)) == Squash(Name));

        private bool IsNameOf(Agency agency) => agency.Aliases.Select(alias => alias.Text).Append(agency.Name).Any(name => Squash(name) == Squash(Name));

        private static string Squash(string name)
        {
            var letters = new StringBuilder();
            foreach (var letter in name.Where(char.IsLetterOrDigit)) letters.Append(char.ToLowerInvariant(letter));
            var squashed = letters.ToString();
            return squashed.StartsWith("the", StringComparison.Ordinal) ? squashed[3..] : squashed;
        }
    }
}
