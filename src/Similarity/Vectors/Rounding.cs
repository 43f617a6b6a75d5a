namespace Similarity;

/// <summary>Rounding to single precision in a direction.</summary>
internal static class Rounding
{
    /// <summary>The largest float that is <paramref name="value"/> or less.</summary>
    public static float Down(double value) => (float)value <= value ? (float)value : MathF.BitDecrement((float)value);

    /// <summary>The smallest float that is <paramref name="value"/> or more.</summary>
    public static float Up(double value) => (float)value >= value ? (float)value : MathF.BitIncrement((float)value);
}
