using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>Candidates among 100,000 synthetic rows, of which one in ten is a near copy of an earlier one.</summary>
public class Searching : IStageWork
{
    private const int Rows = 100_000;
    private const int Bands = 32;
    private const int Fingerprints = 70;
    private readonly ArticleTable _table = new(Bands);
    private ArticleRanking? _ranking;

    [Params(1, 2)]
    public int Threads { get; set; }

    public long Bytes => 0;

    public long Items => Rows;

    [GlobalSetup]
    public void SetUp()
    {
        var batch = new FeatureBatch();
        var (bandKeys, fingerprints) = (new uint[Bands], new uint[Fingerprints]);
        for (var row = 0; row < Rows; row++)
        {
            var own = new CorpusRandom(1, row, purpose: 10);
            var source = row > 0 && own.Below(10) == 0 ? own.Below(row) : row;
            var text = new CorpusRandom(1, source, purpose: 11);
            for (var i = 0; i < Bands; i++) bandKeys[i] = Draw(ref text, ref own, copied: source != row);
            for (var i = 0; i < Fingerprints; i++) fingerprints[i] = Draw(ref text, ref own, copied: source != row);
            Array.Sort(fingerprints);
            var fact = new ArticleRow { Form = TextForm.Full, Words = 500, Content = (UInt128)row, Published = row };
            batch.Add(fact, "id"u8, "outlet"u8, bandKeys, fingerprints, []);
            _table.Add(batch);
            batch.Clear();
        }
        _ranking = ArticleRanking.Create(_table, KeepOrder.Earliest, []);
    }

    [Benchmark]
    public int Find() => new CandidateSearch(_table, _ranking!, Bands, new MatchRules().LeastContainment).Find(new ParallelOptions { MaxDegreeOfParallelism = Threads }).Pairs.Length;

    /// <summary>A copy keeps four values in five.</summary>
    private static uint Draw(ref CorpusRandom text, ref CorpusRandom own, bool copied)
    {
        var value = (uint)text.Next();
        return copied && own.Below(5) == 0 ? (uint)own.Next() : value;
    }
}
