namespace Similarity;

/// <summary>The matches of each rank with more preferred texts, most preferred first.</summary>
internal sealed class MatchLookup
{
    private readonly int[] _starts;
    private readonly RankedMatch[] _matches;

    public MatchLookup(int count, List<RankedMatch> matches)
    {
        _starts = new int[count + 1];
        foreach (var match in matches) _starts[match.Larger + 1]++;
        for (var rank = 0; rank < count; rank++) _starts[rank + 1] += _starts[rank];
        var next = _starts.AsSpan(0, count).ToArray();
        _matches = new RankedMatch[matches.Count];
        foreach (var match in matches) _matches[next[match.Larger]++] = match;
    }

    public ReadOnlySpan<RankedMatch> this[int rank] => _matches.AsSpan(_starts[rank].._starts[rank + 1]);
}
