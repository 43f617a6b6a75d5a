namespace Similarity.FastText;

/// <summary>How far a training is.</summary>
/// <param name="Done">Tokens gone through so far, all epochs together.</param>
/// <param name="Total">What that will reach.</param>
/// <param name="Loss">Mean loss of the outputs so far, in nats; falls as the model learns.</param>
/// <param name="LearningRate">The present step.</param>
public readonly record struct TrainingProgress(long Done, long Total, double Loss, double LearningRate);
