using CsCheck;

namespace Similarity.Tests;

public sealed class SelectionTests
{
    private static readonly Gen<float[]> Values =
        Gen.OneOf(Gen.Float[0, 1].Array[0, 3000], Gen.Int[0, 5].Select(value => (float)value).Array[0, 3000]);

    [Fact]
    public void The_smallest_come_to_the_front_and_nothing_is_lost() =>
        (from values in Values from count in Gen.Int[0, values.Length + 1] select (values, count)).Sample(drawn =>
        {
            var expected = drawn.values.Order().ToArray();
            Selection.Smallest<float>(drawn.values, drawn.count);
            var smallest = drawn.values.Take(drawn.count).Order();
            return smallest.SequenceEqual(expected.Take(drawn.count)) && drawn.values.Order().SequenceEqual(expected);
        });

    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("up and down")]
    [InlineData("killer")]
    public void No_order_makes_it_slow(string order)
    {
        const int Count = 20_000;
        var values = order switch
        {
            "ascending" => Enumerable.Range(0, Count).ToArray(),
            "descending" => [.. Enumerable.Range(0, Count).Reverse()],
            "up and down" => [.. Enumerable.Range(0, Count).Select(i => Math.Min(i, Count - i))],
            _ => MedianOfThreeKiller(Count),
        };
        var compared = values.Select(value => new Counted(value)).ToArray();
        Counted.Comparisons = 0;
        Selection.Smallest<Counted>(compared, Count / 2);
        Assert.True(Counted.Comparisons < 100L * Count, $"{Counted.Comparisons} comparisons");
        Assert.True(values.Order().Take(Count / 2).SequenceEqual(compared.Take(Count / 2).Select(value => value.Value).Order()));
    }

    /// <summary>The sequence on which a quicksort by the median of the first, the middle and the last takes quadratic time (Musser 1997).</summary>
    private static int[] MedianOfThreeKiller(int count)
    {
        var half = count / 2;
        var values = new int[count];
        for (var i = 1; i <= half; i++)
        {
            values[i - 1] = i % 2 == 1 ? i : half + i - 1;
            values[half + i - 1] = 2 * i;
        }
        return values;
    }

    private readonly record struct Counted(int Value) : IComparable<Counted>, System.Numerics.IComparisonOperators<Counted, Counted, bool>
    {
        [ThreadStatic]
        public static long Comparisons;

        public static bool operator <(Counted left, Counted right) => Compare(left, right) < 0;

        public static bool operator >(Counted left, Counted right) => Compare(left, right) > 0;

        public static bool operator <=(Counted left, Counted right) => Compare(left, right) <= 0;

        public static bool operator >=(Counted left, Counted right) => Compare(left, right) >= 0;

        public int CompareTo(Counted other) => Compare(this, other);

        private static int Compare(Counted left, Counted right)
        {
            Comparisons++;
            return left.Value.CompareTo(right.Value);
        }
    }
}
