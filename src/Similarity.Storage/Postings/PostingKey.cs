namespace Similarity.Storage;

/// <summary>Keys that texts share, as one number: the channel in the high half, fingerprints being the first, and then the bands.</summary>
internal static class PostingKey
{
    public static ulong OfFingerprint(uint fingerprint) => fingerprint;

    public static ulong OfBand(int band, uint key) => ((ulong)(uint)(band + 1) << 32) | key;

    /// <summary>All keys of a text: its bands in order, then its fingerprints in order.</summary>
    public static ulong[] Of(StoredText text)
    {
        var keys = new ulong[text.BandKeys.Length + text.Fingerprints.Length];
        for (var band = 0; band < text.BandKeys.Length; band++) keys[band] = OfBand(band, text.BandKeys[band]);
        for (var i = 0; i < text.Fingerprints.Length; i++) keys[text.BandKeys.Length + i] = OfFingerprint(text.Fingerprints[i]);
        return keys;
    }
}
