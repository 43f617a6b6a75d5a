using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary><c>reprints</c>: writes a labelled set of copies, and beside it what is known of each article.</summary>
internal static class ReprintsCommand
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(Arguments arguments)
    {
        var isHard = arguments.Required("--kind") switch
        {
            "ordinary" => false,
            "hard" => true,
            var other => throw new ArgumentException($"--kind: '{other}' is none of ordinary, hard."),
        };
        var seed = (ulong)arguments.Integer("--seed", 1);
        var source = arguments.Text("--source") ?? SharedData.RawArticles ?? throw new IOException("There are no raw articles here; name a file with --source.");
        var path = arguments.Required("--output");
        var builder = new ReprintsBuilder(SourcePool.Load(source, seed), seed);
        if (isHard) builder.AddHard(arguments.Integer("--families", 400), arguments.Integer("--others", 1000));
        else builder.AddOrdinary(arguments.Integer("--families", 600), arguments.Integer("--others", 1500));
        Write(builder.Articles, path, seed);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{builder.Articles.Count:n0} articles in {path}, what is known of them in {GoldOf(path)}"));
        return 0;
    }

    /// <summary>The file that says what is known of the articles of a set.</summary>
    public static string GoldOf(string path) => Path.ChangeExtension(path, ".gold.jsonl");

    private static void Write(IReadOnlyList<LabelledArticle> articles, string path, ulong seed)
    {
        var outlets = Enumerable.Range(0, ReprintsBuilder.Outlets).Select(number => new InventedOutlet(number, seed)).ToList();
        // In an order that says nothing of what belongs together.
        var order = Enumerable.Range(0, articles.Count).OrderBy(i => new CorpusRandom(seed, i, purpose: 26).Next()).ToList();
        using var set = File.Create(path);
        using var gold = File.Create(GoldOf(path));
        foreach (var (place, i) in order.Index())
        {
            var article = articles[i];
            var id = string.Create(CultureInfo.InvariantCulture, $"r{place}");
            var time = new DateTimeOffset(2025, 3, 1, 6, 0, 0, TimeSpan.Zero).AddDays(article.Day).AddMinutes(i % 600);
            WriteLine(set, json =>
            {
                json.WriteString("id", id);
                json.WriteString("outlet", outlets[article.Outlet].Name);
                json.WriteString("published", time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                json.WriteString("title", article.Draft.Title);
                json.WriteString("body", outlets[article.Outlet].Page(article.Draft, i, article.Day));
            });
            WriteLine(gold, json =>
            {
                json.WriteString("id", id);
                json.WriteString("family", article.Family);
                json.WriteString("role", article.Role);
                json.WriteNumber("surviving", Math.Round(article.Draft.Surviving, 3));
                json.WriteStartArray("edits");
                foreach (var edit in article.Draft.Edits) json.WriteStringValue(edit);
                json.WriteEndArray();
            });
        }
    }

    private static void WriteLine(Stream file, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(file, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        file.WriteByte((byte)'\n');
    }
}
