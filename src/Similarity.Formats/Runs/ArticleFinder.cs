namespace Similarity.Formats;

/// <summary>Finds one article in a file, by its identifier where the file holds more than one.</summary>
public static class ArticleFinder
{
    /// <summary>Reads the article that <paramref name="reference"/> names.</summary>
    /// <param name="reference"><c>FILE</c>, or <c>FILE#ID</c>. A file whose own name holds <c>#</c> is taken first.</param>
    /// <param name="options">How the file is read.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">There is no such file or article, or more than one.</exception>
    public static async Task<ArticleBuffer> FindAsync(string reference, ReadOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(options);
        var (path, id) = Split(reference);
        // What comes out of a pipe has to be looked at, and may be long in coming.
        var input = await Task.Run(() => InputDiscovery.FindOne(path, options), cancellation).WaitAsync(cancellation);
        var (found, article) = (new ArticleBuffer(), new ArticleBuffer());
        var parser = new ArticleParser(options.Fields);
        var matches = 0;
        string? firstFault = null;

        await using var content = input.Open();
        await foreach (var block in RecordReaders.For(input, options).ReadAsync(content, cancellation))
        {
            using (block)
            {
                firstFault ??= block.Faults.Select(fault => fault.Reason).FirstOrDefault();
                foreach (var record in block.Records)
                {
                    if (parser.Parse(block[record], article, out _) is { } fault)
                    {
                        firstFault ??= fault.Reason;
                        continue;
                    }
                    if (id is not null && !article.Id.SequenceEqual(id)) continue;
                    matches++;
                    if (matches == 1) (found, article) = (article, found);
                }
            }
        }
        return matches switch
        {
            1 => found,
            0 when id is not null => throw new InputException($"{path} holds no article with the id '{reference[(path.Length + 1)..]}'{(firstFault is null ? "." : $"; not all of it could be read: {firstFault}")}"),
            0 => throw new InputException($"{path} holds no article that can be read: {firstFault ?? "it is empty"}"),
            _ when id is not null => throw new InputException($"{path} holds {matches} articles with the id '{reference[(path.Length + 1)..]}'."),
            _ => throw new InputException($"{path} holds {matches} articles; name one as {path}#ID."),
        };
    }

    private static (string Path, byte[]? Id) Split(string reference)
    {
        var mark = reference.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 || File.Exists(reference)
            ? (reference, null)
            : (reference[..mark], System.Text.Encoding.UTF8.GetBytes(reference[(mark + 1)..]));
    }
}
