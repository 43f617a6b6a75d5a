using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows a few stories: what each is about, and some of its articles with the evidence.</summary>
internal static class StoryLines
{
    private const int OutletWidth = 20;

    public static void Print(IReadOnlyList<StoryExample> examples, int width)
    {
        foreach (var example in examples)
        {
            var story = example.Story;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  story of {story.Articles.Count:n0} articles, {story.Texts:n0} texts, {story.Outlets:n0} outlets{Period(story)}: {SafeText.OneLine(string.Join(' ', story.Terms), 100)}"));
            foreach (var (article, evidence) in example.Members) PrintArticle(article, evidence, width);
            if (story.Articles.Count > example.Members.Count) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {story.Articles.Count - example.Members.Count:n0} more"));
            Console.WriteLine();
        }
    }

    /// <summary>The stories in numbers, where that is all there is to show.</summary>
    public static void PrintSummary(StorySummary stories, string folder)
    {
        Console.WriteLine(Describe(stories));
        Console.WriteLine($"results in {SafeText.OneLine(folder, 400)}");
    }

    /// <summary>One line that says how many stories there are.</summary>
    public static string Describe(StorySummary stories) => string.Create(
        CultureInfo.InvariantCulture,
        $"{stories.Stories:n0} {(stories.Stories == 1 ? "story" : "stories")} of {stories.Articles:n0} articles, {stories.OfSeveralOutlets:n0} of several outlets, the largest of {stories.Largest:n0} ({stories.LargestShare:p1})");

    private static void PrintArticle(ShownArticle article, StoryEvidence? evidence, int width)
    {
        var measures = evidence is null ? "" : Measures(evidence);
        var line = $"    {measures,-54}{SafeText.OneLine(article.Outlet, OutletWidth),-OutletWidth}  ";
        Console.WriteLine(line + SafeText.OneLine(article.Title, Math.Max(20, width - line.Length - 1)));
    }

    /// <summary>How close two texts are, and why: what days and outlet take off stands last.</summary>
    public static string Measures(StoryEvidence evidence)
    {
        var penalty = evidence.Penalty < 0.005 ? "" : string.Create(CultureInfo.InvariantCulture, $" - {evidence.Penalty:n2}");
        return string.Create(CultureInfo.InvariantCulture, $"closeness {evidence.Closeness:n2} = cosine {evidence.Cosine:n2} - level {evidence.Level:n2}{penalty}");
    }

    private static string Period(Story story) => (story.First, story.Last) switch
    {
        ({ } first, { } last) when first.Date == last.Date => string.Create(CultureInfo.InvariantCulture, $", {first:yyyy-MM-dd}"),
        ({ } first, { } last) => string.Create(CultureInfo.InvariantCulture, $", {first:yyyy-MM-dd} to {last:yyyy-MM-dd}"),
        _ => "",
    };
}
