using System.Globalization;
using System.Text.Json;

namespace Similarity.Cli.Tests;

/// <summary>Invented articles as JSON Lines, every third one a copy of another.</summary>
internal static class NewsLines
{
    private static readonly string[] Words = ["dam", "river", "village", "water", "engineers", "residents", "mayor", "valley", "leak", "homes", "police", "night", "road", "school", "rain", "wall"];

    /// <summary>The article of a number; the same each time.</summary>
    public static string Of(int number)
    {
        var source = number % 3 == 2 ? number - 2 : number;
        var words = Enumerable.Range(0, 60 + (source % 40)).Select(i => Words[(int)((uint)((source * 7919) + (i * i * 31) + (i * 17)) % 16)] + ((source * 31) + i).ToString(CultureInfo.InvariantCulture));
        return JsonSerializer.Serialize(new
        {
            id = IdOf(number),
            outlet = $"outlet {number % 11}",
            published = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number + 1),
            body = string.Join(' ', words) + (number == source ? "" : " late"),
        });
    }

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}");

    public static string Of(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(number => Of(number) + "\n"));
}
