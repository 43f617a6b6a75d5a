using System.Text.Json;
using System.Text.Json.Nodes;

namespace Similarity.Storage;

/// <summary>How the stories of an index are found, as its header keeps it. Headers from before that was kept do not say.</summary>
internal static class StoryHeader
{
    private const string Found = "stories";
    private const string All = "all";

    /// <summary>A header with what it says of stories.</summary>
    public static byte[] Add(byte[] header, OnlineStoryOptions? stories)
    {
        var all = (JsonObject)JsonNode.Parse(header)!;
        foreach (var (name, value) in Describe(stories)) all[name] = value?.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(all);
    }

    /// <summary>Options with the stories that an index is made for. Where its header does not say, those that are asked for are, and are written down.</summary>
    /// <exception cref="IndexMismatchException">It was made for others than are asked for.</exception>
    public static ArticleIndexOptions Settle(IIndexStore store, byte[] header, ArticleIndexOptions options)
    {
        var all = (JsonObject)JsonNode.Parse(header)!;
        if (!all.ContainsKey(Found))
        {
            if (options.IsReadOnly || !options.TakesUpStories) return options;
            var batch = new StoreBatch();
            batch.Put(KeySpace.Header, Add(header, options.Stories));
            store.Write(batch, durable: true);
            return options;
        }
        if (!options.NamesStories) return options with { Stories = Read(all, options.Stories!) };
        foreach (var (name, value) in Describe(options.Stories)) IndexHeader.Require(name, all[name]?.ToJsonString(), value?.ToJsonString());
        return options;
    }

    private static JsonObject Describe(OnlineStoryOptions? options)
    {
        if (options is null) return new JsonObject { [Found] = false };
        var stories = options.Stories;
        return new JsonObject
        {
            [Found] = true,
            ["story days"] = options.KeepDays is { } days ? days : All,
            ["story texts"] = options.MostTexts,
            ["story threshold"] = stories.Threshold,
            ["story pairs kept from"] = stories.KeptFrom,
            ["story free days"] = stories.FreeDays,
            ["story day penalty"] = stories.DayPenalty,
            ["story outlet penalty"] = stories.OutletPenalty,
            ["stories split by names"] = stories.SplitsByNames,
        };
    }

    /// <summary>The options that a header stands for; how often all is arranged anew, and by how many threads, is as asked.</summary>
    private static OnlineStoryOptions? Read(JsonObject header, OnlineStoryOptions asked)
    {
        try
        {
            if (!(bool)header[Found]!) return null;
            return asked with
            {
                KeepDays = header["story days"]!.GetValueKind() == JsonValueKind.String && (string)header["story days"]! == All ? null : (int)header["story days"]!,
                MostTexts = (int)header["story texts"]!,
                Stories = asked.Stories with
                {
                    Threshold = (double)header["story threshold"]!,
                    KeptFrom = (double)header["story pairs kept from"]!,
                    FreeDays = (int)header["story free days"]!,
                    DayPenalty = (double)header["story day penalty"]!,
                    OutletPenalty = (double)header["story outlet penalty"]!,
                    SplitsByNames = (bool)header["stories split by names"]!,
                },
            };
        }
        catch (Exception fault) when (fault is NullReferenceException or InvalidOperationException or FormatException or ArgumentException or InvalidCastException)
        {
            throw new InvalidDataException($"The index is damaged: its header lacks an option of stories, or has one that cannot be: {fault.Message}", fault);
        }
    }
}
