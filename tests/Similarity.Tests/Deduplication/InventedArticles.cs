namespace Similarity.Tests;

/// <summary>Makes texts of invented words, each the same for the same seed, and edits them as newsrooms do.</summary>
internal static class InventedArticles
{
    private static readonly string[] Syllables =
        ["ba", "do", "ki", "lu", "me", "no", "pa", "ra", "si", "ta", "ve", "wo", "xi", "yu", "za", "fe"];

    /// <summary>A text of <paramref name="count"/> words that shares no shingle with that of another seed.</summary>
    public static string[] Words(int seed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Word(Mixing.Avalanche(Mixing.Avalanche((ulong)seed) + (ulong)i)))];

    public static Article Article(string id, IEnumerable<string> words, DateTimeOffset? published = null, string? outlet = null, string? title = null) =>
        new(id, string.Join(' ', words)) { Published = published, Outlet = outlet, Title = title };

    /// <summary>Replaces one word in <paramref name="every"/>.</summary>
    public static string[] Edit(string[] words, int every, int seed) =>
        [.. words.Select((word, i) => i % every == every / 2 ? Word(Mixing.Avalanche((ulong)((seed * 7919) + i))) : word)];

    private static string Word(ulong bits) =>
        string.Concat(Enumerable.Range(0, 4).Select(i => Syllables[(int)(bits >> (i * 4)) & 15]));
}
