namespace Similarity.Cli;

/// <summary>Signatures with signatures, and sets with sets.</summary>
internal sealed class ComparisonCases
{
    private const int Sets = 200;
    private const int SetSize = 1000;

    private readonly SignatureTable _signatures;
    private readonly Signature _query;
    private readonly int[] _equal;
    private readonly ulong[][] _sets;

    public ComparisonCases(BenchTexts texts)
    {
        var settings = new SignatureSettings();
        var signer = new Signer(settings);
        _signatures = new SignatureTable(settings);
        // As many as do not fit the caches.
        var signatures = texts.Bodies.Select(body => signer.Sign(body)!).ToList();
        for (var row = 0; row < 200_000; row++) _ = _signatures.Add(signatures[row % signatures.Count]);
        _query = signatures[0];
        _equal = new int[_signatures.Count];
        var random = new Random(1);
        var values = Enumerable.Range(0, SetSize * 2).Select(_ => (ulong)random.NextInt64()).Order().ToArray();
        _sets = [.. Enumerable.Range(0, Sets).Select(_ => values.Where(_ => random.Next(2) == 0).ToArray())];
    }

    public IEnumerable<BenchCase> All()
    {
        yield return new("one signature against many", "signature", _signatures.Count, (long)_signatures.Count * _query.Lanes.Length, 0, CompareSignatures, CheckSignatures);
        yield return new("overlap of two shingle sets", "shingle", _sets.Sum(set => (long)set.Length), 0, 0, Intersect, CheckIntersect);
    }

    private long CompareSignatures()
    {
        _signatures.CountEqualLanes(_query, _equal);
        return _equal[^1];
    }

    private bool CheckSignatures()
    {
        _ = CompareSignatures();
        return Enumerable.Range(0, 3000).All(row => LaneEquality.CountScalar<uint>(_signatures[row].Lanes, _query.Lanes) == _equal[row]);
    }

    private long Intersect()
    {
        var shared = 0L;
        for (var i = 0; i < _sets.Length; i++) shared += SortedSets.IntersectionSize<ulong>(_sets[i], _sets[(i + 1) % _sets.Length]);
        return shared;
    }

    private bool CheckIntersect() => Enumerable.Range(0, _sets.Length).All(i =>
        SortedSets.IntersectionSize<ulong>(_sets[i], _sets[(i + 1) % _sets.Length]) == SortedSets.Walk<ulong>(_sets[i], _sets[(i + 1) % _sets.Length]));
}
