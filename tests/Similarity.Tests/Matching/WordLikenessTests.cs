using System.Text;
using CsCheck;

namespace Similarity.Tests;

public sealed class WordLikenessTests
{
    [Theory]
    [InlineData("colour", "color", true)]
    [InlineData("organise", "organize", true)]
    [InlineData("Government", "govemment", true)]
    [InlineData("Ohio", "Iowa", false)]
    [InlineData("cat", "car", false)]
    [InlineData("1984", "1985", false)]
    [InlineData("Monday", "Sunday", true)]
    [InlineData("president", "resident", true)]
    [InlineData("house", "mouse", true)]
    [InlineData("minister", "monster", true)]
    [InlineData("minister", "mobster", false)]
    public void Words_are_alike_within_a_third_of_their_letters(string a, string b, bool expected)
    {
        Assert.Equal(expected, IsAlike(a, b));
        Assert.Equal(expected, IsAlike(b, a));
    }

    [Fact]
    public void It_is_the_edit_distance() => Gen.Select(Gen.String[Gen.Char["abcdE"], 4, 34], Gen.String[Gen.Char["abcdE"], 4, 34]).Sample((a, b) =>
    {
        var longest = Math.Max(a.Length, b.Length);
        Assert.Equal(longest <= 32 && Distance(a.ToLowerInvariant(), b.ToLowerInvariant()) <= longest / 3, IsAlike(a, b));
    });

    private static bool IsAlike(string a, string b) => WordLikeness.IsAlike(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }
        return costs[a.Length, b.Length];
    }
}
