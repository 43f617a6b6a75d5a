namespace Similarity;

/// <summary>
/// Keeps the stories of a run with all that another threshold needs, and reads them again: some three bytes a term of a text, seven a pair,
/// no text. What <see cref="Read"/> gives at a threshold is what a new run would find, as long as both keep pairs from the same closeness on
/// (<see cref="StoryOptions.Floor"/>).
/// </summary>
/// <remarks>
/// <para>
/// Little-endian; numbers are LEB128. A magic, the number of the format, the fingerprint of the background frequencies; then options, outlets,
/// articles, text groups, terms, texts, pairs, vectors of an embedder where there are any, what the caller keeps beside it, and XXH3
/// of all that. Weights are not kept, because they follow from counts: a reader with other frequencies refuses.
/// </para>
/// <para>Not kept are features, furniture and overlaps: of a result that was read, groups and stories can be asked for, and no lineage. Thread-safe.</para>
/// </remarks>
public static class StoryArchive
{
    /// <summary>"SIMSTORY".</summary>
    internal const ulong Magic = 0x59524F54534D4953;

    /// <summary>Changes with the layout, and with how weights or closeness are computed.</summary>
    internal const int Format = 1;

    /// <summary>Bits of <see cref="TextForm"/> in the byte that tells of an article.</summary>
    internal const int FormBits = 2;

    /// <summary>Writes a result to a stream, which stays open.</summary>
    /// <param name="result">The stories.</param>
    /// <param name="stream">Where they go.</param>
    /// <param name="attachment">What the caller wants to find beside them.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(StoryResult result, Stream stream, ReadOnlySpan<byte> attachment = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(stream);
        if (result.Measure.Vectors is not CollectedTermVectors vectors) throw new ArgumentException("Only stories that were found all at once can be kept.", nameof(result));
        var writer = new ArchiveWriter(stream);
        writer.Fixed(Magic);
        writer.Number(Format);
        writer.Fixed(BackgroundFrequencies.Default.Fingerprint);
        WriteOptions(writer, result);
        WriteArticles(writer, result.Articles);
        WriteGroups(writer, result.Articles);
        WriteTerms(writer, vectors);
        WriteTexts(writer, result.Measure, vectors);
        WriteEdges(writer, result.Edges);
        WriteEmbedded(writer, result.Measure);
        writer.Bytes(attachment);
        writer.Complete();
    }

    /// <summary>Reads a result, at another threshold where one is given.</summary>
    /// <param name="stream">What <see cref="Write"/> wrote; it may come from anybody.</param>
    /// <param name="threshold">As <see cref="StoryOptions.Threshold"/>; by default that of the result that was written.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The stories, and what was attached.</returns>
    /// <exception cref="InvalidDataException">The stream holds no archive, one of another format, or a damaged one; the message goes on from its name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below what was kept.</exception>
    public static (StoryResult Result, byte[] Attachment) Read(Stream stream, double? threshold = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new StoryArchiveReader(stream).Read(threshold, cancellation);
    }

    private static void WriteOptions(ArchiveWriter writer, StoryResult result)
    {
        var options = result.Options;
        writer.Double(result.Floor);
        writer.Double(options.Threshold);
        writer.Double(options.KeptFrom);
        writer.Double(options.DayPenalty);
        writer.Double(options.OutletPenalty);
        writer.Number(options.FreeDays);
        writer.Byte(options.SplitsByNames ? (byte)1 : (byte)0);
    }

    private static void WriteArticles(ArchiveWriter writer, DeduplicationResult articles)
    {
        writer.Number(articles.Outlets.Count);
        foreach (var outlet in articles.Outlets) writer.Bytes(System.Text.Encoding.UTF8.GetBytes(outlet));
        writer.Number(articles.Count);
        for (var article = 0; article < articles.Count; article++)
        {
            ref readonly var row = ref articles.Table[article];
            writer.Bytes(articles.Utf8IdOf(article));
            writer.Number(row.Outlet + 1);
            writer.Number(row.Published == long.MaxValue ? 0 : row.Published + 1);
            writer.Fixed((ulong)row.Content);
            writer.Fixed((ulong)(row.Content >> 64));
            writer.Byte((byte)((int)row.Form | (row.IdDerived ? 1 << FormBits : 0)));
        }
    }

    private static void WriteGroups(ArchiveWriter writer, DeduplicationResult articles)
    {
        writer.Number(articles.Groups.Count);
        foreach (var group in articles.Groups)
        {
            writer.Bytes(System.Text.Encoding.UTF8.GetBytes(group.Id));
            writer.Number(group.Canonical);
            writer.Number(group.Members.Count);
            foreach (var member in group.Members)
            {
                writer.Number(member.Article);
                writer.Number(member.Other);
                writer.Byte((byte)(((int)member.Kind << 1) | (member.IsRemoval ? 1 : 0)));
            }
        }
    }

    private static void WriteTerms(ArchiveWriter writer, CollectedTermVectors vectors)
    {
        writer.Number(vectors.Terms);
        var last = 0U;
        for (var term = 0; term < vectors.Terms; term++)
        {
            writer.Number(vectors.HashOf(term) - last);
            last = vectors.HashOf(term);
            writer.Bytes(System.Text.Encoding.UTF8.GetBytes(vectors.WordOf(term)));
        }
    }

    private static void WriteTexts(ArchiveWriter writer, StoryMeasure measure, CollectedTermVectors vectors)
    {
        // Which texts there are follows from the articles and groups.
        for (var text = 0; text < measure.Texts.Count; text++)
        {
            writer.Byte((byte)vectors.ReadLanguageOf(text));
            writer.Float(measure.LevelOf(text));
            writer.Double(vectors.LengthOf(text));
            writer.Number(vectors.TermsOf(text).Length);
            var last = -1;
            foreach (var (term, occurrence) in vectors.OccurrencesOf(text))
            {
                writer.Number(term - last);
                writer.Number((occurrence.Count << 1) | (occurrence.IsName ? 1 : 0));
                last = term;
            }
        }
    }

    private static void WriteEdges(ArchiveWriter writer, IReadOnlyList<StoryEdge> edges)
    {
        writer.Number(edges.Count);
        var last = 0;
        foreach (var edge in edges)
        {
            writer.Number(edge.A - last);
            writer.Number(edge.B - edge.A);
            writer.Float(edge.Closeness);
            last = edge.A;
        }
    }

    private static void WriteEmbedded(ArchiveWriter writer, StoryMeasure measure)
    {
        writer.Number(measure.Embedded?.Dimension ?? 0);
        if (measure.Embedded is not { } vectors) return;
        for (var article = 0; article < vectors.Count; article++)
        {
            foreach (var value in vectors[article]) writer.Float(value);
        }
    }
}
