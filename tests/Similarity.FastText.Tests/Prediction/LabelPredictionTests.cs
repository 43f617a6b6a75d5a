using System.Text;

namespace Similarity.FastText.Tests;

public sealed class LabelPredictionTests(TrainedModels models)
{
    private static string[] Lines => [.. InventedText.Lines(100, seed: 3).Split('\n'), "zzzz", "xyzzy 山 bari", "бари\tбари\0山水", "__label__1"];

    [Theory]
    [MemberData(nameof(TrainedModels.Supervised), MemberType = typeof(TrainedModels))]
    public void Labels_and_probabilities_are_those_of_the_original(string name)
    {
        var path = models[name];
        using var model = FastTextModel.Open(path);
        foreach (var (k, threshold) in new[] { (1, 0f), (7, 0f), (1000, 0f), (5, 0.05f) })
        {
            var expected = OriginalProgram.Predictions(path, Encoding.UTF8.GetBytes(string.Join('\n', Lines) + "\n"), k, threshold);
            Assert.Equal(Lines.Length, expected.Length);
            for (var i = 0; i < Lines.Length; i++) Compare(expected[i], model.PredictLabels(Lines[i], k, threshold), $"{Lines[i]}, k {k}");
        }
    }

    private static void Compare((string Label, float Probability)[] expected, PredictedLabel[] found, string line)
    {
        Assert.True(expected.Length == found.Length, $"{line}: expected {expected.Length} labels, found {found.Length}");
        for (var i = 0; i < found.Length; i++)
        {
            Assert.True(Math.Abs(expected[i].Probability - found[i].Probability) < 1e-5, $"{line}, label {i}: expected {expected[i]}, found {found[i]}");
            // Labels as probable as each other may change places, the last one with those that were left out.
            var probability = expected.FirstOrDefault(other => other.Label == found[i].Label, expected[^1]).Probability;
            Assert.True(Math.Abs(probability - found[i].Probability) < 1e-5, $"{line}: expected {found[i].Label} at {probability}, found {found[i].Probability}");
        }
    }
}
