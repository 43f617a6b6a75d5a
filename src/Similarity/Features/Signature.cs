using System.Buffers.Binary;

namespace Similarity;

/// <summary>
/// The MinHash signature of a text: some hundreds of bytes from which the resemblance of two texts can be estimated, and
/// which can be kept. SIGNATURES.md specifies every bit of it.
/// </summary>
/// <remarks>Immutable and thread-safe. An estimate only; a run decides on the texts themselves.</remarks>
public sealed class Signature
{
    private readonly byte[] _lanes;

    internal Signature(SignatureSettings settings, byte[] lanes) => (Settings, _lanes) = (settings, lanes);

    /// <summary>What it was made with.</summary>
    public SignatureSettings Settings { get; }

    /// <summary>The lanes, little-endian, one behind the other.</summary>
    public ReadOnlySpan<byte> Lanes => _lanes;

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are something else, damaged, or of a version that is not known here.</exception>
    public static Signature Parse(ReadOnlySpan<byte> bytes) => SignatureFormat.Read(bytes);

    /// <summary>The signature with a header that says what it was made with, and a check value.</summary>
    public byte[] ToBytes() => SignatureFormat.Write(this);

    /// <summary>An estimate of the resemblance (Jaccard similarity) of the two texts' shingles, 0 to 1; see <see cref="StandardError"/>.</summary>
    /// <exception cref="InvalidOperationException">The signatures were made with different settings.</exception>
    public double EstimateResemblance(Signature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RequireSame(Settings, other.Settings);
        return Settings.Estimate(LaneEquality.Count(_lanes, other._lanes, Settings.BytesPerLane));
    }

    /// <summary>The standard error of an estimate at the given true resemblance: sqrt(J(1−J)/k), and more where few bits are kept.</summary>
    /// <param name="resemblance">0 to 1.</param>
    public double StandardError(double resemblance)
    {
        if (resemblance is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(resemblance), resemblance, "A resemblance is from 0 to 1.");
        var chance = Settings.ChanceAgreement;
        var agreement = chance + ((1 - chance) * resemblance);
        return Math.Sqrt(agreement * (1 - agreement) / Settings.Lanes) / (1 - chance);
    }

    /// <summary>The same signature with the low <paramref name="bits"/> bits of each lane only (b-bit minwise hashing, Li and König 2010).</summary>
    /// <param name="bits">32, 16 or 8, and no more than it has.</param>
    public Signature Pack(int bits)
    {
        var settings = Settings with { BitsPerLane = bits };
        if (bits > Settings.BitsPerLane) throw new ArgumentOutOfRangeException(nameof(bits), bits, $"The lanes have {Settings.BitsPerLane} bits.");
        var packed = new byte[settings.Bytes];
        for (var lane = 0; lane < settings.Lanes; lane++)
        {
            // Little-endian: the low bits come first.
            _lanes.AsSpan(lane * Settings.BytesPerLane, settings.BytesPerLane).CopyTo(packed.AsSpan(lane * settings.BytesPerLane));
        }
        return new Signature(settings, packed);
    }

    internal static Signature Of(SignatureSettings settings, ReadOnlySpan<uint> lanes)
    {
        var bytes = new byte[lanes.Length * sizeof(uint)];
        for (var lane = 0; lane < lanes.Length; lane++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(lane * sizeof(uint)), lanes[lane]);
        return new Signature(settings with { BitsPerLane = 32 }, bytes).Pack(settings.BitsPerLane);
    }

    internal static void RequireSame(SignatureSettings settings, SignatureSettings other)
    {
        if (settings != other) throw new InvalidOperationException($"Signatures of different settings cannot be compared: {settings}; and {other}.");
    }
}
