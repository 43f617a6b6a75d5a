namespace Similarity.FastText.Tests;

internal static class Expect
{
    /// <summary>What the original may differ by besides the digits that it prints.</summary>
    private const double Tolerance = 2e-6;

    /// <summary>The vectors are equal as far as the original prints them: five significant digits.</summary>
    public static void Near(ReadOnlySpan<float> printed, ReadOnlySpan<float> vector, string what)
    {
        Assert.Equal(printed.Length, vector.Length);
        for (var i = 0; i < vector.Length; i++)
        {
            var limit = Tolerance + (Math.Abs(printed[i]) * 5.1e-5);
            Assert.True(Math.Abs(printed[i] - vector[i]) <= limit, $"{what}, dimension {i}: expected {printed[i]}, found {vector[i]}");
        }
    }
}
