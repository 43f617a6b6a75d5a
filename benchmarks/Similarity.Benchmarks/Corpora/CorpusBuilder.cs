using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Benchmarks;

/// <summary>
/// Writes corpora of any size in memory that does not grow with it. Every article is a function of the seed and its
/// number alone, so that a copy makes its original again instead of remembering it.
/// </summary>
internal static class CorpusBuilder
{
    private const int Outlets = 200;
    private const int FlushAt = 1 << 16;
    private static readonly DateTime FirstDay = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes the corpus and returns how many bytes of body text it has.</summary>
    public static long Write(CorpusOptions options, Stream output)
    {
        IBodySource bodies = options.Kind == CorpusKind.Resampled
            ? new ResampledBodies(SourceTexts.Load(options.Source, options.Seed), options.Seed, options.MeanBytes)
            : new HostileBodies(options.Kind, options.Seed);
        var pending = new ArrayBufferWriter<byte>(FlushAt * 2);
        using var json = new Utf8JsonWriter(pending, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var bodyBytes = 0L;
        for (var number = 0; number < options.Articles; number++)
        {
            var body = bodies.Body(number);
            bodyBytes += Encoding.UTF8.GetByteCount(body);
            WriteArticle(json, options.Seed, number, bodies.Title(number), body);
            pending.Write("\n"u8);
            if (pending.WrittenCount < FlushAt) continue;
            output.Write(pending.WrittenSpan);
            pending.ResetWrittenCount();
        }
        output.Write(pending.WrittenSpan);
        return bodyBytes;
    }

    private static void WriteArticle(Utf8JsonWriter json, ulong seed, int number, string title, string body)
    {
        var random = new CorpusRandom(seed, number, purpose: 0);
        var outlet = random.Below(Outlets);
        var published = FirstDay.AddSeconds(random.Below(30 * 24 * 3600));
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"a{number:d8}"));
        json.WriteString("outlet", string.Create(CultureInfo.InvariantCulture, $"outlet-{outlet}.example"));
        json.WriteString("url", string.Create(CultureInfo.InvariantCulture, $"https://outlet-{outlet}.example/news/{number}"));
        json.WriteString("published", published);
        json.WriteString("lang", "en");
        json.WriteString("title", title);
        json.WriteString("body", body);
        json.WriteEndObject();
        json.Flush();
    }
}
