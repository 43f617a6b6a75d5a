using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>The exact overlap of two texts: their shingle sets, and how much of them is shared. Half of each is.</summary>
public class Overlapping : IStageWork
{
    private ulong[][] _texts = [];
    private ulong[] _work = [];
    private ulong[] _scratch = [];
    private int[] _starts = [];
    private readonly ShingleSet _set = new();
    private ShingleSet[] _sets = [];
    private ShingleSet[] _others = [];
    private HashSet<ulong>[] _hashed = [];

    /// <summary>Shingles a text.</summary>
    [Params(200, 2000)]
    public int Shingles { get; set; }

    public long Bytes => 0;

    public long Items => ShingledTexts.Total;

    [GlobalSetup]
    public void SetUp()
    {
        _texts = ShingledTexts.Shingles(Shingles);
        (_work, _scratch) = (new ulong[Shingles], new ulong[Shingles]);
        var others = _texts.Select((text, i) => text[(Shingles / 2)..].Concat(_texts[(i + 1) % _texts.Length][..(Shingles / 2)]).ToArray()).ToArray();
        _hashed = [.. others.Select(other => other.ToHashSet())];
        _sets = [.. _texts.Select(text => SetOf(text))];
        _others = [.. others.Select(other => SetOf(other))];
    }

    [Benchmark]
    public int MakeSet()
    {
        var count = 0;
        foreach (var text in _texts)
        {
            text.CopyTo(_work.AsSpan());
            HashSort.Sort(_work, _scratch, ref _starts);
            _set.Set(_work);
            count += _set.Count;
        }
        return count;
    }

    [Benchmark]
    public int Shared()
    {
        var shared = 0;
        for (var i = 0; i < _sets.Length; i++) shared += _sets[i].SharedWith(_others[i]);
        return shared;
    }

    /// <summary>The same without vectors.</summary>
    [Benchmark]
    public int SharedByWalking()
    {
        var shared = 0;
        for (var i = 0; i < _sets.Length; i++) shared += SortedSets.Walk(_sets[i].Values, _others[i].Values);
        return shared;
    }

    [Benchmark(Baseline = true)]
    public int SharedOfHashSet()
    {
        var shared = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            foreach (var shingle in _texts[i]) shared += _hashed[i].Contains(shingle) ? 1 : 0;
        }
        return shared;
    }

    private static ShingleSet SetOf(IEnumerable<ulong> shingles)
    {
        var set = new ShingleSet();
        set.Set([.. shingles.Order()]);
        return set;
    }
}
