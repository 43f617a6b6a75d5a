namespace Similarity;

/// <summary>Finds the terms of a text that weigh most.</summary>
/// <remarks>Not thread-safe; reuses its buffer.</remarks>
internal sealed class HeaviestTerms(int most)
{
    private readonly (int Term, float Weight)[] _heaviest = new (int, float)[most];
    private ulong[] _keys = new ulong[256];

    /// <summary>Up to the given number of terms, heaviest first; the lower number first among equals. Valid until the next call.</summary>
    public ReadOnlySpan<(int Term, float Weight)> Of(TermVectors vectors, int text)
    {
        var terms = vectors.TermsOf(text);
        var weights = vectors.WeightsOf(text);
        if (_keys.Length < terms.Length) _keys = new ulong[terms.Length * 2];
        var keys = _keys.AsSpan(0, terms.Length);
        // Positive floats are in order as their bits are.
        for (var i = 0; i < keys.Length; i++) keys[i] = ((ulong)~BitConverter.SingleToUInt32Bits(weights[i]) << 32) | (uint)terms[i];
        Selection.Smallest(keys, most);
        keys = keys[..Math.Min(most, keys.Length)];
        keys.Sort();
        for (var i = 0; i < keys.Length; i++) _heaviest[i] = ((int)(uint)keys[i], BitConverter.UInt32BitsToSingle(~(uint)(keys[i] >> 32)));
        return _heaviest.AsSpan(0, keys.Length);
    }
}
