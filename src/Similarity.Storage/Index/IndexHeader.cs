using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Similarity.Storage;

/// <summary>What an index was made with: the version of its format, of its hashes, its embedder, and the options that it decides by.</summary>
internal static class IndexHeader
{
    /// <summary>The version of the format that this library writes.</summary>
    public const int FormatVersion = 1;

    /// <summary>The embedder of an index that uses none; headers from before there was a choice name none.</summary>
    private const string NoEmbedder = "none";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header of an index that is made now.</summary>
    public static byte[] Create(DeduplicationOptions options) => JsonSerializer.SerializeToUtf8Bytes(Describe(options));

    /// <summary>The options that a header stands for.</summary>
    /// <param name="header">The header.</param>
    /// <param name="asked">The options that it must agree with, if any were named.</param>
    /// <param name="phrases">The phrases that are kept with it.</param>
    /// <exception cref="IndexMismatchException">It is of another version, or was made with other options.</exception>
    public static DeduplicationOptions Read(byte[] header, DeduplicationOptions? asked, PhraseTable phrases)
    {
        var found = ParseOfThisVersion(header);
        var options = asked ?? FromHeader(found, phrases);
        found.TryAdd("embedder", NoEmbedder);
        foreach (var (name, value) in Describe(options)) Require(name, found[name]?.ToJsonString(), value?.ToJsonString());
        return options;
    }

    /// <summary>What stands in a header: names, and values as JSON.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Describe(byte[] header) => [.. Parse(header).Select(option => KeyValuePair.Create(option.Key, option.Value?.ToJsonString(Readable) ?? "null"))];

    /// <summary>Throws where a header is of another version.</summary>
    /// <exception cref="IndexMismatchException">It is.</exception>
    public static void RequireVersions(byte[] header) => _ = ParseOfThisVersion(header);

    private static JsonObject ParseOfThisVersion(byte[] header)
    {
        var found = Parse(header);
        // Before anything else: other versions may mean other things by the same names.
        Require("format", found["format"]?.ToJsonString(), FormatVersion.ToString(CultureInfo.InvariantCulture));
        Require("hashes", found["hashes"]?.ToJsonString(), SignatureSettings.Version.ToString(CultureInfo.InvariantCulture));
        return found;
    }

    private static JsonObject Parse(byte[] header)
    {
        try
        {
            return JsonNode.Parse(header) as JsonObject ?? throw new InvalidDataException("The index is damaged: its header is no object.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The index is damaged: its header cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Throws where two values of an option differ.</summary>
    public static void Require(string name, string? found, string? expected)
    {
        if (found != expected) throw new IndexMismatchException(name, found ?? "nothing", expected ?? "nothing");
    }

    private static JsonObject Describe(DeduplicationOptions options)
    {
        var (features, rules) = (options.Features, options.Rules);
        return new JsonObject
        {
            ["format"] = FormatVersion,
            ["hashes"] = SignatureSettings.Version,
            ["embedder"] = NoEmbedder,
            ["shingle words"] = features.ShingleWords,
            ["shingle words of brief texts"] = features.BriefShingleWords,
            ["words of brief texts"] = features.BriefWords,
            ["permutations"] = features.Permutations,
            ["fingerprint window"] = features.FingerprintWindow,
            ["furniture"] = !features.Furniture.IsOff,
            ["furniture phrases"] = features.Furniture.Phrases.Fingerprint.ToString("x16", CultureInfo.InvariantCulture),
            ["furniture articles"] = features.Furniture.LeastArticles,
            ["furniture days"] = features.Furniture.LeastDays,
            ["reprint"] = rules.Reprint,
            ["excerpt"] = rules.Excerpt,
            ["derived"] = rules.Derived,
            ["derived in passages"] = rules.DerivedInPassages,
            ["least words"] = rules.LeastWords,
            ["least unquoted words"] = rules.LeastUnquotedWords,
            ["least words in passages"] = rules.LeastWordsInPassages,
            ["most quoted"] = rules.MostQuoted,
            ["most exchanged"] = rules.MostExchanged,
            ["brief"] = rules.Brief,
            ["keep"] = options.Keep.ToString(),
            ["preferred outlets"] = new JsonArray([.. options.PreferredOutlets.Select(outlet => (JsonNode)outlet)]),
            ["loosest removal"] = options.Loosest.ToString(),
            ["miss cost"] = options.MissCost,
        };
    }

    private static DeduplicationOptions FromHeader(JsonObject found, PhraseTable phrases)
    {
        try
        {
            return new DeduplicationOptions
            {
                Features = new FeatureOptions
                {
                    ShingleWords = (int)found["shingle words"]!,
                    BriefShingleWords = (int)found["shingle words of brief texts"]!,
                    BriefWords = (int)found["words of brief texts"]!,
                    Permutations = (int)found["permutations"]!,
                    FingerprintWindow = (int)found["fingerprint window"]!,
                    Furniture = !(bool)found["furniture"]! ? FurnitureOptions.None : new FurnitureOptions
                    {
                        Phrases = phrases,
                        LeastArticles = (int)found["furniture articles"]!,
                        LeastDays = (int)found["furniture days"]!,
                    },
                },
                Rules = new MatchRules
                {
                    Reprint = (double)found["reprint"]!,
                    Excerpt = (double)found["excerpt"]!,
                    Derived = (double)found["derived"]!,
                    DerivedInPassages = (double)found["derived in passages"]!,
                    LeastWords = (int)found["least words"]!,
                    LeastUnquotedWords = (int)found["least unquoted words"]!,
                    LeastWordsInPassages = (int)found["least words in passages"]!,
                    MostQuoted = (double)found["most quoted"]!,
                    MostExchanged = (double)found["most exchanged"]!,
                    Brief = (double)found["brief"]!,
                },
                Keep = Enum.Parse<KeepOrder>((string)found["keep"]!),
                PreferredOutlets = [.. ((JsonArray)found["preferred outlets"]!).Select(outlet => (string)outlet!)],
                Loosest = Enum.Parse<MatchKind>((string)found["loosest removal"]!),
                MissCost = (double)found["miss cost"]!,
            };
        }
        catch (Exception fault) when (fault is NullReferenceException or InvalidOperationException or FormatException or ArgumentException or InvalidCastException)
        {
            throw new InvalidDataException($"The index is damaged: its header lacks an option, or has one that cannot be: {fault.Message}", fault);
        }
    }
}
