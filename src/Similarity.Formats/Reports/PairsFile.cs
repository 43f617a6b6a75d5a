using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Formats;

/// <summary>Writes pairs for a person to label, as <see cref="LabelledPairs"/> reads them.</summary>
internal static class PairsFile
{
    private const int OutletWidth = 24;
    private const int TitleWidth = 160;
    private const int LeadWidth = 320;
    private const int UrlWidth = 200;

    private const string Head = """
        # Do the two articles of each pair tell the same story: one event, and what was said of it?
        # Write same, different or unsure (or s, d, u) in place of each question mark, and leave the rest as it is.
        # The order is by chance: whoever stops early still leaves a sample. Then:
        #   similarity evaluate INPUT... --pairs THIS_FILE

        """;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(TextWriter file, IReadOnlyList<ShownPair> pairs, CancellationToken cancellation)
    {
        await file.WriteAsync(Head.ReplaceLineEndings("\n").AsMemory(), cancellation);
        foreach (var pair in pairs)
        {
            var text = $"\n?\n{Lines(pair.A, pair.PublishedA)}{Lines(pair.B, pair.PublishedB)}{Record(pair)}\n";
            await file.WriteAsync(text.AsMemory(), cancellation);
        }
        await file.FlushAsync(cancellation);
    }

    /// <summary>Indented, so that no title passes for a label.</summary>
    private static string Lines(ShownArticle article, DateTimeOffset? published)
    {
        var day = published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";
        var lines = new StringBuilder();
        _ = lines.Append(CultureInfo.InvariantCulture, $"    {day,-10}  {SafeText.OneLine(article.Outlet, OutletWidth),-OutletWidth}  {SafeText.OneLine(article.Title, TitleWidth)}\n");
        if (article.Lead.Length > 0) _ = lines.Append(CultureInfo.InvariantCulture, $"        {SafeText.OneLine(article.Lead, LeadWidth)}\n");
        if (article.Url.Length > 0) _ = lines.Append(CultureInfo.InvariantCulture, $"        {SafeText.OneLine(article.Url, UrlWidth)}\n");
        return lines.ToString();
    }

    private static string Record(ShownPair pair)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("a"u8, pair.A.Id);
            json.WriteString("b"u8, pair.B.Id);
            json.WriteNumber("stratum"u8, pair.Pair.Stratum);
            json.WriteNumber("pairs"u8, pair.Pair.StratumPairs);
            json.WriteNumber("weight"u8, pair.Pair.Weight);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
