using Similarity.FastText;

namespace Similarity.Benchmarks;

/// <summary>Articles as fastText reads them: an article a line, its words folded and separated by spaces.</summary>
internal static class FoldedCorpus
{
    /// <summary>The lines of some articles.</summary>
    public static IEnumerable<byte[]> Lines(LoadedArticles articles, int most)
    {
        var buffer = new ArticleBuffer();
        for (var article = 0; article < Math.Min(most, articles.Count); article++)
        {
            articles.Read(article, buffer);
            yield return [.. Fold(buffer.Title), (byte)' ', .. Fold(buffer.Body)];
        }
    }

    /// <summary>The corpus of some lines.</summary>
    public static TrainingCorpus Of(IEnumerable<byte[]> lines)
    {
        var corpus = new TrainingCorpus();
        foreach (var line in lines) _ = corpus.AddLine(line);
        return corpus;
    }

    /// <summary>Writes some lines to a file in <paramref name="folder"/>, for the original program, and returns its path.</summary>
    public static string Write(IEnumerable<byte[]> lines, string folder)
    {
        var path = Path.Combine(folder, "text");
        using var file = File.Create(path);
        foreach (var line in lines) file.Write([.. line, (byte)'\n']);
        return path;
    }

    private static byte[] Fold(ReadOnlySpan<byte> text)
    {
        var folded = new byte[(text.Length * 4) + 1024];
        return folded[..Tokenizer.Fold(text, folded)];
    }
}
