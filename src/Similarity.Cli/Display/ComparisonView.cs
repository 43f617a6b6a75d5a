using System.Globalization;
using Similarity.Formats;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Cli;

/// <summary>Shows a comparison to a person, or to a program.</summary>
internal static class ComparisonView
{
    private const int TitleWidth = 76;
    private const int PassageWidth = 100;
    private const int PassagesShown = 8;
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(ArticleBuffer a, ArticleBuffer b, ArticleComparison comparison)
    {
        PrintSide("A", a, comparison.A);
        PrintSide("B", b, comparison.B);
        Console.WriteLine();
        if (!comparison.Comparable)
        {
            Console.WriteLine($"not comparable: A is {Describe(comparison.A.Form)}, B is {Describe(comparison.B.Form)}");
            return;
        }
        var overlap = comparison.Overlap;
        Console.WriteLine($"{comparison.Kind?.ToString() ?? "No match"}");
        PrintLine("resemblance", overlap.Resemblance, $"{overlap.Shared:n0} {Unit(comparison)} shared of {overlap.CountA + overlap.CountB - overlap.Shared:n0} in both together");
        PrintLine("A contained in B", overlap.ContainmentOfA, $"{overlap.Shared:n0} of {overlap.CountA:n0} {Unit(comparison)}");
        PrintLine("B contained in A", overlap.ContainmentOfB, $"{overlap.Shared:n0} of {overlap.CountB:n0} {Unit(comparison)}");
        PrintLine("shingles alike", comparison.ShingleResemblance, $"of either text's shingles are in both");
        PrintLine("estimate", comparison.EstimatedResemblance, $"of that, by the signatures alone");
        PrintLine("by bands", comparison.CandidateProbability, $"probability that bands bring such a pair together");
        PrintLine("by fingerprints", $"{comparison.SharedFingerprints:n0}", $"shared of {comparison.A.Fingerprints:n0} and {comparison.B.Fingerprints:n0}; two make a candidate");
        PrintPassages(a, b, comparison);
    }

    private static void PrintPassages(ArticleBuffer a, ArticleBuffer b, ArticleComparison comparison)
    {
        if (comparison.Passages.Count == 0) return;
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shared passages: {comparison.Passages.Count:n0}, by bytes of the bodies"));
        foreach (var passage in comparison.Passages.Take(PassagesShown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {passage.Words,5:n0} words  A {passage.InA}, B {passage.InB}"));
            Console.WriteLine($"    A  {SafeText.OneLine(Encoding.UTF8.GetString(a.Body[passage.InA]), PassageWidth)}");
            Console.WriteLine($"    B  {SafeText.OneLine(Encoding.UTF8.GetString(b.Body[passage.InB]), PassageWidth)}");
        }
        if (comparison.Passages.Count > PassagesShown) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  … and {comparison.Passages.Count - PassagesShown:n0} more; --json has all"));
    }

    private static string Unit(ArticleComparison comparison) => comparison.A.Form == TextForm.Brief ? "shingles" : "words";

    public static void PrintJson(ArticleBuffer a, ArticleBuffer b, ArticleComparison comparison)
    {
        using (var output = Console.OpenStandardOutput())
        using (var json = new Utf8JsonWriter(output, Indented))
        {
            var overlap = comparison.Overlap;
            json.WriteStartObject();
            json.WriteString("kind", comparison.Kind?.ToString().ToLowerInvariant());
            json.WriteBoolean("comparable", comparison.Comparable);
            json.WriteNumber("resemblance", comparison.Comparable ? Math.Round(overlap.Resemblance, 6) : 0);
            json.WriteNumber("containment_of_a", comparison.Comparable ? Math.Round(overlap.ContainmentOfA, 6) : 0);
            json.WriteNumber("containment_of_b", comparison.Comparable ? Math.Round(overlap.ContainmentOfB, 6) : 0);
            json.WriteNumber("shared", overlap.Shared);
            json.WriteNumber("shingle_resemblance", Math.Round(comparison.ShingleResemblance, 6));
            json.WriteNumber("estimated_resemblance", Math.Round(comparison.EstimatedResemblance, 6));
            json.WriteNumber("candidate_probability", Math.Round(comparison.CandidateProbability, 6));
            json.WriteNumber("shared_fingerprints", comparison.SharedFingerprints);
            WriteSide(json, "a", a, comparison.A);
            WriteSide(json, "b", b, comparison.B);
            json.WriteStartArray("passages");
            foreach (var passage in comparison.Passages) WritePassage(json, passage);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        Console.WriteLine();
    }

    private static void PrintSide(string name, ArticleBuffer article, ComparedSide side)
    {
        var title = Encoding.UTF8.GetString(article.Title.IsEmpty ? article.Body[..Math.Min(article.Body.Length, 400)] : article.Title);
        Console.WriteLine($"{name}  {SafeText.OneLine(title, TitleWidth)}");
        var outlet = article.Outlet.IsEmpty ? "" : $"{SafeText.OneLine(Encoding.UTF8.GetString(article.Outlet), TitleWidth)}, ";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {outlet}{Describe(side.Form)}, {side.Words:n0} words"));
    }

    private static void PrintLine(string measure, double value, FormattableString meaning) => PrintLine(measure, $"{value:0.0000}", meaning);

    private static void PrintLine(string measure, FormattableString value, FormattableString meaning)
    {
        var culture = CultureInfo.InvariantCulture;
        Console.WriteLine($"  {measure,-18}{value.ToString(culture),8}  {meaning.ToString(culture)}");
    }

    private static void WritePassage(Utf8JsonWriter json, SharedPassage passage)
    {
        json.WriteStartObject();
        json.WriteNumber("start_a", passage.InA.Start.Value);
        json.WriteNumber("end_a", passage.InA.End.Value);
        json.WriteNumber("start_b", passage.InB.Start.Value);
        json.WriteNumber("end_b", passage.InB.End.Value);
        json.WriteNumber("words", passage.Words);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, ArticleBuffer article, ComparedSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("id", article.Id);
        json.WriteString("form", side.Form.ToString().ToLowerInvariant());
        json.WriteNumber("words", side.Words);
        json.WriteNumber("shingles", side.Shingles);
        json.WriteNumber("fingerprints", side.Fingerprints);
        json.WriteEndObject();
    }

    private static string Describe(TextForm form) => form switch
    {
        TextForm.Full => "an article",
        TextForm.Brief => "a headline or brief text",
        TextForm.Template => "a template",
        _ => "empty",
    };
}
