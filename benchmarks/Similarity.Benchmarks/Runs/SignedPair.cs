namespace Similarity.Benchmarks;

/// <summary>Two random sets of shingles of nearly a given resemblance, the same for the same number, and their signatures.</summary>
internal sealed class SignedPair
{
    public SignedPair(SignatureSettings settings, int size, double resemblance, int number)
    {
        var shared = (int)Math.Round(2 * size * resemblance / (1 + resemblance));
        var values = new ulong[(2 * size) - shared];
        var random = new CorpusRandom(1, number, purpose: (ulong)(size + (int)(resemblance * 100)));
        for (var i = 0; i < values.Length; i++) values[i] = random.Next();
        Resemblance = (double)shared / values.Length;
        A = Sign(settings, values[..size]);
        B = Sign(settings, [.. values[..shared], .. values[size..]]);
    }

    public double Resemblance { get; }

    public Signature A { get; }

    public Signature B { get; }

    public int EqualLanes => LaneEquality.Count(A.Lanes, B.Lanes, A.Settings.BitsPerLane / 8);

    public bool ShareABand(BandLayout bands)
    {
        var bytes = bands.Rows * A.Settings.BitsPerLane / 8;
        for (var band = 0; band < bands.Bands; band++)
        {
            if (A.Lanes.Slice(band * bytes, bytes).SequenceEqual(B.Lanes.Slice(band * bytes, bytes))) return true;
        }
        return false;
    }

    private static Signature Sign(SignatureSettings settings, ulong[] shingles)
    {
        var lanes = new uint[settings.Lanes];
        new MinHasher(settings.Lanes).Sign(shingles, lanes);
        return Signature.Of(settings, lanes);
    }
}
