namespace Similarity.FastText;

/// <summary>A label that a model predicts for a line.</summary>
/// <param name="Label">The label with its prefix, as the model has it.</param>
/// <param name="Probability">
/// As the original gives it: the model's probability plus 0.00001, which it adds before it takes logarithms; so up to
/// 1.00001, and the labels of a softmax add up to a little more than 1.
/// </param>
public readonly record struct PredictedLabel(string Label, float Probability);
