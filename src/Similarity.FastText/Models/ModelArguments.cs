namespace Similarity.FastText;

/// <summary>
/// What a model was trained with, as its file keeps it; the defaults are those of fastText's <c>skipgram</c>. The file is
/// believed where nothing depends on a value but training: only what reading needs is held to limits, by the reader.
/// </summary>
public sealed record ModelArguments
{
    /// <summary>The most dimensions a vector may have, as in <see cref="VectorTable"/>.</summary>
    public const int MaxDimension = VectorTable.MaxDimension;

    /// <summary>The longest n-grams, of characters or of words, that are accepted: time grows with their length, and no model has nearly as long ones.</summary>
    public const int MaxGram = 255;

    /// <summary>Floats a vector (<c>-dim</c>), 1 to <see cref="MaxDimension"/>.</summary>
    public int Dimension { get; init; } = 100;

    /// <summary>Words to either side that are context (<c>-ws</c>).</summary>
    public int Window { get; init; } = 5;

    /// <summary>Times that the corpus was read (<c>-epoch</c>).</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>Occurrences below which a word was left out (<c>-minCount</c>).</summary>
    public int LeastCount { get; init; } = 5;

    /// <summary>Outputs drawn at random for each true one (<c>-neg</c>).</summary>
    public int Negatives { get; init; } = 5;

    /// <summary>Words of the longest run of words that has a row (<c>-wordNgrams</c>), at most <see cref="MaxGram"/>; below 2 for none.</summary>
    public int WordGrams { get; init; } = 1;

    /// <summary>How outputs are trained and read (<c>-loss</c>).</summary>
    public ModelLoss Loss { get; init; } = ModelLoss.NegativeSampling;

    /// <summary>What the model predicts.</summary>
    public ModelKind Kind { get; init; } = ModelKind.SkipGram;

    /// <summary>Rows that n-grams are hashed to (<c>-bucket</c>); 0 for no n-grams.</summary>
    public int Buckets { get; init; } = 2_000_000;

    /// <summary>Code points of the shortest n-gram of characters (<c>-minn</c>).</summary>
    public int LeastGram { get; init; } = 3;

    /// <summary>Code points of the longest n-gram of characters (<c>-maxn</c>), at most <see cref="MaxGram"/>; 0 or less for none.</summary>
    public int MostGram { get; init; } = 6;

    /// <summary>Tokens between two looks at the learning rate (<c>-lrUpdateRate</c>).</summary>
    public int RateUpdateTokens { get; init; } = 100;

    /// <summary>Frequency above which occurrences of a word were left out at random (<c>-t</c>).</summary>
    public double SamplingThreshold { get; init; } = 1e-4;
}
