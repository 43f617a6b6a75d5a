namespace Similarity.FastText;

/// <summary>How a model is trained. The defaults are those of the original program, whose names stand in brackets.</summary>
public sealed record TrainingOptions
{
    /// <summary>What the model learns to predict. A supervised model learns from the labels of its lines.</summary>
    public ModelKind Kind { get; init; } = ModelKind.SkipGram;

    /// <summary>How outputs are trained: <see cref="ModelLoss.NegativeSampling"/> for word vectors, and any for labels.</summary>
    public ModelLoss Loss { get; init; } = ModelLoss.NegativeSampling;

    /// <summary>Floats a vector (<c>-dim</c>), 1 to <see cref="ModelArguments.MaxDimension"/>.</summary>
    public int Dimension { get; init => field = Require(value, 1, ModelArguments.MaxDimension, nameof(Dimension)); } = 100;

    /// <summary>Words to either side that are context, at most (<c>-ws</c>), 1 to 100.</summary>
    public int Window { get; init => field = Require(value, 1, 100, nameof(Window)); } = 5;

    /// <summary>How often the corpus is gone through (<c>-epoch</c>), 1 to 10,000.</summary>
    public int Epochs { get; init => field = Require(value, 1, 10_000, nameof(Epochs)); } = 5;

    /// <summary>Words that occur less often are left out (<c>-minCount</c>), 1 or more.</summary>
    public int LeastCount { get; init => field = Require(value, 1, int.MaxValue, nameof(LeastCount)); } = 5;

    /// <summary>Outputs drawn at random for each true one (<c>-neg</c>), 1 to 100.</summary>
    public int Negatives { get; init => field = Require(value, 1, 100, nameof(Negatives)); } = 5;

    /// <summary>Words of the longest run of words that has a row, in supervised models (<c>-wordNgrams</c>), 1 to <see cref="ModelArguments.MaxGram"/>.</summary>
    public int WordGrams { get; init => field = Require(value, 1, ModelArguments.MaxGram, nameof(WordGrams)); } = 1;

    /// <summary>Rows that n-grams are hashed to (<c>-bucket</c>), 0 to 100 million.</summary>
    public int Buckets { get; init => field = Require(value, 0, 100_000_000, nameof(Buckets)); } = 2_000_000;

    /// <summary>Code points of the shortest n-gram (<c>-minn</c>), 0 to <see cref="ModelArguments.MaxGram"/>.</summary>
    public int LeastGram { get; init => field = Require(value, 0, ModelArguments.MaxGram, nameof(LeastGram)); } = 3;

    /// <summary>Code points of the longest n-gram (<c>-maxn</c>), 0 for no n-grams to <see cref="ModelArguments.MaxGram"/>.</summary>
    public int MostGram { get; init => field = Require(value, 0, ModelArguments.MaxGram, nameof(MostGram)); } = 6;

    /// <summary>Frequency above which occurrences of a word are left out at random (<c>-t</c>), above 0.</summary>
    public double SamplingThreshold
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(SamplingThreshold), value, "SamplingThreshold must be above 0.");
    } = 1e-4;

    /// <summary>The step at the beginning, which falls to 0 in a straight line (<c>-lr</c>). Above 0, at most 10.</summary>
    public double LearningRate
    {
        get;
        init => field = value is > 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "LearningRate must be above 0 and at most 10.");
    } = 0.05;

    /// <summary>What chance starts from. Any value.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Threads to use, 1 to 1024. One thread gives the same bytes for the same corpus and options, at any vector width; a softmax also needs
    /// the same exponential function of the platform. Several write to the same rows without waiting for each other (Recht et al. 2011), and no two runs are alike.
    /// </summary>
    public int Threads { get; init => field = Require(value, 1, 1024, nameof(Threads)); } = 1;

    /// <summary>The defaults for a classifier, as the original has them.</summary>
    public static TrainingOptions Supervised { get; } = new()
    {
        Kind = ModelKind.Supervised,
        Loss = ModelLoss.Softmax,
        LeastCount = 1,
        LeastGram = 0,
        MostGram = 0,
        LearningRate = 0.1,
    };

    /// <summary>What of it a model's file keeps.</summary>
    internal ModelArguments ToArguments()
    {
        if (Kind != ModelKind.Supervised && Loss != ModelLoss.NegativeSampling)
        {
            throw new ArgumentException($"Word vectors are trained by negative sampling; {Loss} is for labels.");
        }
        var hasGrams = MostGram > 0 || (Kind == ModelKind.Supervised && WordGrams > 1);
        return new ModelArguments
        {
            Kind = Kind,
            Loss = Loss,
            Dimension = Dimension,
            Window = Window,
            Epochs = Epochs,
            LeastCount = LeastCount,
            Negatives = Negatives,
            WordGrams = Kind == ModelKind.Supervised ? WordGrams : 1,
            Buckets = hasGrams ? Buckets : 0,
            LeastGram = LeastGram,
            MostGram = MostGram,
            SamplingThreshold = SamplingThreshold,
        };
    }

    private static int Require(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
}
