namespace Similarity.Cli;

/// <summary>Vectors with vectors: a pair, one with many, all with all.</summary>
internal sealed class CosineCases
{
    private const int Dimension = 300;
    private const int ScanRows = 200_000;
    private const int JoinRows = 12_000;
    private const int Nearest = 10;
    private const double Threshold = 0.5;

    private readonly int _threads;
    private readonly VectorTable _many = Stories(ScanRows);
    private readonly VectorTable _some = Stories(JoinRows);
    private readonly QuantizedTable _bytes;
    private readonly float[] _query;

    public CosineCases(int threads)
    {
        _threads = threads;
        _bytes = new QuantizedTable(_many);
        _query = _many[ScanRows / 2].ToArray();
    }

    public IEnumerable<BenchCase> All()
    {
        yield return new("cosine of a pair, 300 dimensions", "pair", JoinRows - 1, 0, 0, ComparePairs, CheckPairs);
        yield return new("nearest 10 of one vector, floats", "row", ScanRows, (long)ScanRows * Dimension * sizeof(float), 0, () => CosineScan.Nearest(_many, _query, Nearest).Length, CheckScan);
        yield return new("nearest 10 of one vector, bytes", "row", ScanRows, (long)ScanRows * Dimension, 0, () => CosineScan.Nearest(_bytes, _query, Nearest).Length, CheckScan);
        const long Pairs = (long)JoinRows * (JoinRows - 1) / 2;
        yield return new("all pairs above a threshold", "pair", Pairs, 0, Pairs * Dimension, () => Join(1).Length, CheckJoin);
        if (_threads > 1) yield return new($"all pairs, {_threads} threads", "pair", Pairs, 0, Pairs * Dimension, () => Join(_threads).Length, () => Join(1).SequenceEqual(Join(_threads))) { Threads = _threads };
    }

    private static VectorTable Stories(int rows)
    {
        var random = new Random(2);
        var table = new VectorTable(Dimension);
        var (centre, vector) = (new float[Dimension], new float[Dimension]);
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; row % 8 == 0 && i < Dimension; i++) centre[i] = (float)(random.NextDouble() - 0.5);
            for (var i = 0; i < Dimension; i++) vector[i] = centre[i] + (float)(0.7 * (random.NextDouble() - 0.5));
            _ = table.Add(vector);
        }
        return table;
    }

    private CosinePair[] Join(int threads) => CosineJoin.PairsAbove(_some, Threshold, new CosineJoinOptions { Threads = threads });

    private long ComparePairs()
    {
        var sum = 0.0;
        for (var row = 1; row < JoinRows; row++) sum += Cosine.Similarity(_some[row - 1], _some[row]);
        return (long)sum;
    }

    private bool CheckPairs() => Enumerable.Range(1, JoinRows - 1).All(row =>
        CosineSums.Of(_some[row - 1], _some[row]) == CosineSums.OfScalar(_some[row - 1], _some[row]));

    private bool CheckScan()
    {
        var expected = Enumerable.Range(0, ScanRows).Select(row => (Row: row, Cosine: Cosine.DotScalar(_many[row], _query)))
            .OrderByDescending(row => row.Cosine).ThenBy(row => row.Row).Take(Nearest).Select(row => new CosineNeighbour(row.Row, (float)row.Cosine)).ToArray();
        return CosineScan.Nearest(_many, _query, Nearest).SequenceEqual(expected) && CosineScan.Nearest(_bytes, _query, Nearest).SequenceEqual(expected);
    }

    /// <summary>On the first rows, because all pairs one by one take their time.</summary>
    private bool CheckJoin()
    {
        const int Rows = 1000;
        var found = Join(1).Where(pair => pair.B < Rows).Select(pair => (pair.A, pair.B));
        var expected = from a in Enumerable.Range(0, Rows)
                       from b in Enumerable.Range(a + 1, Rows - a - 1)
                       where Cosine.DotScalar(_some[a], _some[b]) >= Threshold
                       select (a, b);
        return found.SequenceEqual(expected);
    }
}
