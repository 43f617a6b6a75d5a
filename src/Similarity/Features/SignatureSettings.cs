namespace Similarity;

/// <summary>
/// What a signature was made with. Signatures of different settings say nothing about each other, and are never compared.
/// </summary>
public sealed record SignatureSettings
{
    /// <summary>
    /// The version of the family: of tokens, shingles, hashes and lanes, as SIGNATURES.md specifies them. It changes with
    /// any of them.
    /// </summary>
    public const int Version = 1;

    internal const int MaxLanes = 4096;

    /// <summary>Lanes, the <c>k</c> of MinHash, 16 to 4096.</summary>
    public int Lanes
    {
        get;
        init => field = value is >= 16 and <= MaxLanes ? value : throw new ArgumentOutOfRangeException(nameof(Lanes), value, $"{nameof(Lanes)} must be from 16 to {MaxLanes}.");
    } = 128;

    /// <summary>Bits of a lane that are kept: 32, 16 or 8. Fewer cost less memory, and two texts with nothing in common agree in one lane of 2^bits.</summary>
    public int BitsPerLane
    {
        get;
        init => field = value is 8 or 16 or 32 ? value : throw new ArgumentOutOfRangeException(nameof(BitsPerLane), value, $"{nameof(BitsPerLane)} must be 8, 16 or 32.");
    } = 32;

    /// <summary>Words a shingle, 1 to 16.</summary>
    public int ShingleWords
    {
        get;
        init => field = value is >= 1 and <= 16 ? value : throw new ArgumentOutOfRangeException(nameof(ShingleWords), value, $"{nameof(ShingleWords)} must be from 1 to 16.");
    } = 5;

    internal int BytesPerLane => BitsPerLane / 8;

    internal int Bytes => Lanes * BytesPerLane;

    /// <summary>Probability that a lane agrees although the texts have nothing in common.</summary>
    internal double ChanceAgreement => BitsPerLane == 32 ? 0 : 1.0 / (1L << BitsPerLane);

    /// <summary>The settings in words.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"version {Version}, {Lanes} lanes of {BitsPerLane} bits, shingles of {ShingleWords} words");

    /// <summary>The resemblance that a number of equal lanes stands for: their share, less what chance adds (Li and König 2010).</summary>
    internal double Estimate(int equal)
    {
        var share = (double)equal / Lanes;
        return Math.Max(0, (share - ChanceAgreement) / (1 - ChanceAgreement));
    }
}
