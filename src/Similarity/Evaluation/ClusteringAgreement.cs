namespace Similarity;

/// <summary>
/// How well found clusters agree with true ones, by the measures that follow from how many articles each true and each found cluster
/// have in common. Time is linear in the articles.
/// </summary>
/// <remarks>Articles that belong to nobody else have a cluster of their own on either side. Thread-safe.</remarks>
public sealed class ClusteringAgreement
{
    private readonly double _articles;
    private readonly double _bothPairs;
    private readonly double _truePairs;
    private readonly double _foundPairs;

    private ClusteringAgreement(int[] truth, int[] found)
    {
        _articles = truth.Length;
        var cells = truth.Zip(found).CountBy(pair => pair).ToList();
        var ofTrue = truth.CountBy(cluster => cluster).ToDictionary();
        var ofFound = found.CountBy(cluster => cluster).ToDictionary();
        _bothPairs = cells.Sum(cell => Pairs(cell.Value));
        _truePairs = ofTrue.Values.Sum(count => Pairs(count));
        _foundPairs = ofFound.Values.Sum(count => Pairs(count));
        BCubedPrecision = cells.Sum(cell => (double)cell.Value * cell.Value / ofFound[cell.Key.Second]) / _articles;
        BCubedRecall = cells.Sum(cell => (double)cell.Value * cell.Value / ofTrue[cell.Key.First]) / _articles;
        LargestShare = ofFound.Values.Max() / _articles;
        Clusters = ofFound.Count;
        Homogeneity = Explained(cells.Sum(cell => Information(cell.Value, ofFound[cell.Key.Second])), ofTrue.Values.Sum(count => Information(count, _articles)));
        Completeness = Explained(cells.Sum(cell => Information(cell.Value, ofTrue[cell.Key.First])), ofFound.Values.Sum(count => Information(count, _articles)));
    }

    /// <summary>Share of the pairs found together that belong together, 0 to 1; 1 where none was found.</summary>
    public double PairPrecision => _foundPairs == 0 ? 1 : _bothPairs / _foundPairs;

    /// <summary>Share of the pairs that belong together that were found together, 0 to 1; 1 where there are none.</summary>
    public double PairRecall => _truePairs == 0 ? 1 : _bothPairs / _truePairs;

    /// <summary>Harmonic mean of both.</summary>
    public double PairF1 => HarmonicMean(PairPrecision, PairRecall);

    /// <summary>Mean over articles of the share of their found cluster that belongs with them (Bagga and Baldwin 1998), 0 to 1.</summary>
    public double BCubedPrecision { get; }

    /// <summary>Mean over articles of the share of their true cluster that was found with them, 0 to 1.</summary>
    public double BCubedRecall { get; }

    /// <summary>Harmonic mean of both.</summary>
    public double BCubedF1 => HarmonicMean(BCubedPrecision, BCubedRecall);

    /// <summary>Adjusted Rand index (Hubert and Arabie 1985): 1 for the same clusters, about 0 for clusters by chance.</summary>
    public double AdjustedRandIndex
    {
        get
        {
            var expected = _articles < 2 ? 0 : _truePairs * _foundPairs / Pairs(_articles);
            var most = (_truePairs + _foundPairs) / 2;
            return most == expected ? 1 : (_bothPairs - expected) / (most - expected);
        }
    }

    /// <summary>How far each found cluster holds members of one true cluster only (Rosenberg and Hirschberg 2007), 0 to 1.</summary>
    public double Homogeneity { get; }

    /// <summary>How far all members of a true cluster are in one found cluster, 0 to 1.</summary>
    public double Completeness { get; }

    /// <summary>Harmonic mean of homogeneity and completeness.</summary>
    public double VMeasure => HarmonicMean(Homogeneity, Completeness);

    /// <summary>Share of the articles that are in the largest found cluster, 0 to 1.</summary>
    public double LargestShare { get; }

    /// <summary>How many clusters were found, those of one article among them.</summary>
    public int Clusters { get; }

    /// <summary>Compares the found cluster of each article with its true one.</summary>
    /// <param name="truth">What names each article's true cluster.</param>
    /// <param name="found">What names each article's found cluster, in the same order.</param>
    /// <exception cref="ArgumentException">There are no articles, or not as many of either.</exception>
    public static ClusteringAgreement Of<TTrue, TFound>(IReadOnlyList<TTrue> truth, IReadOnlyList<TFound> found)
        where TTrue : notnull
        where TFound : notnull
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(found);
        if (truth.Count != found.Count) throw new ArgumentException($"There are {truth.Count} true clusters and {found.Count} found ones; one an article is needed of either.", nameof(found));
        if (truth.Count == 0) throw new ArgumentException("There are no articles to compare.", nameof(truth));
        return new ClusteringAgreement(Number(truth), Number(found));
    }

    private static int[] Number<T>(IReadOnlyList<T> names)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var numbered = new int[names.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            if (!numbers.TryGetValue(names[i], out numbered[i])) numbers.Add(names[i], numbered[i] = numbers.Count);
        }
        return numbered;
    }

    private double Information(double count, double of) => -(count / _articles) * Math.Log(count / of);

    private static double Explained(double left, double whole) => whole == 0 ? 1 : 1 - (left / whole);

    private static double HarmonicMean(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);

    private static double Pairs(double count) => count * (count - 1) / 2;
}
