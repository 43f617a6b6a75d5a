using Similarity.FastText;

namespace Similarity.Cli;

/// <summary>A model's file, and the one beside it that holds what was learnt of whole articles.</summary>
internal static class ModelFiles
{
    /// <summary>What the name of that file has after the model's.</summary>
    public const string DirectionsExtension = ".articles";

    /// <summary>Directions that are learnt and taken off.</summary>
    public const int Directions = 1;

    /// <summary>Articles that these are learnt from at most.</summary>
    public const int MostFitted = 100_000;

    /// <summary>Opens a model: binary, quantised, or vectors as text.</summary>
    /// <exception cref="IOException">It cannot be read, or is none; the message names it.</exception>
    public static FastTextModel Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"there is no model {path}");
        try
        {
            if (!path.EndsWith(".vec", StringComparison.OrdinalIgnoreCase)) return FastTextModel.Open(path);
            using var file = File.OpenRead(path);
            return VectorFile.Load(file);
        }
        catch (ModelFormatException fault)
        {
            throw new IOException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>What was learnt of articles with the model; <see langword="null"/> where that was not kept.</summary>
    /// <exception cref="IOException">It belongs to another model, or is damaged; the message names it.</exception>
    public static ArticleEmbedder? OpenEmbedder(FastTextModel model, string path, FeatureOptions features)
    {
        path += DirectionsExtension;
        if (!File.Exists(path)) return null;
        try
        {
            using var file = File.OpenRead(path);
            return ArticleDirections.Load(model, file, features);
        }
        catch (ModelFormatException fault)
        {
            throw new IOException($"{path}: {fault.Message}", fault);
        }
    }
}
