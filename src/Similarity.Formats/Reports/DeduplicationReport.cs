using System.Buffers;

namespace Similarity.Formats;

/// <summary>Writes what a deduplication run found: who stays, who goes and why, group by group and article by article.</summary>
internal sealed class DeduplicationReport(
    ReportFolder folder, ReportTables tables, StoredRecords records, IReadOnlyList<InputFile> inputs, AgencyTable agencies, StoryCalibration? calibration)
{
    private static readonly ReadOnlyMemory<byte> LineFeed = "\n"u8.ToArray();

    private static readonly string[] Reasons = [.. Enum.GetNames<FurnitureReason>().Select(name => name.ToLowerInvariant())];

    private static readonly ReportColumn[] Removed =
    [
        .. ArticleIdentity.Columns,
        new("kept_id", ReportColumnType.Text),
        new("group", ReportColumnType.Text),
        .. MatchEvidence.Columns,
    ];

    private static readonly ReportColumn[] Furniture =
    [
        .. ArticleIdentity.Columns,
        new("start", ReportColumnType.Integer),
        new("end", ReportColumnType.Integer),
        new("reason", ReportColumnType.Text),
    ];

    public async Task WriteAsync(
        DeduplicationResult result, StoryResult? stories, RunSummary summary, int threads, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        await using var kept = folder.Create("kept.jsonl");
        // Copying records is the machine's work, writing tables the processor's.
        var copying = threads > 1
            ? Task.Run(() => WriteKeptAsync(kept, result, progress, cancellation), cancellation)
            : WriteKeptAsync(kept, result, progress, cancellation);
        try
        {
            await WriteRemovedAsync(result, cancellation);
            await MembershipsReport.WriteAsync(result, stories, PlaceOf, tables, cancellation);
            await GroupsReport.WriteAsync(result, tables, cancellation);
            await WriteFurnitureAsync(result, cancellation);
            if (stories is not null)
            {
                await StoriesReport.WriteAsync(stories, calibration, tables, cancellation);
                WriteEvidence(stories, summary);
            }
            await LineageReport.WriteAsync(result, records, agencies, tables, cancellation);
        }
        finally
        {
            await copying;
        }
    }

    /// <summary>The user's own records, byte for byte, in input order.</summary>
    private async Task WriteKeptAsync(
        Stream kept, DeduplicationResult result, IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        const int Longest = 1 << 20;
        var buffer = ArrayPool<byte>.Shared.Rent(Longest);
        var articles = Enumerable.Range(0, result.Count).Where(article => result.RemovalOf(article) is null);
        var written = 0L;
        foreach (var stretch in records.Stretches(articles, Longest))
        {
            await kept.WriteAsync(records.Read(stretch, ref buffer), cancellation);
            await kept.WriteAsync(LineFeed, cancellation);
            written += stretch.Length;
            progress?.Report(new(BatchStage.Writing, written, 0, result.Count));
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private async Task WriteRemovedAsync(DeduplicationResult result, CancellationToken cancellation)
    {
        await using var table = tables.Create("removed", Removed);
        for (var article = 0; article < result.Count; article++)
        {
            if (result.RemovalOf(article) is not { } match) continue;
            WriteIdentity(table, result, article);
            table.Text(result.Utf8IdOf(match.Other));
            table.Text(result.GroupOf(article)!.Id);
            MatchEvidence.Write(table, match);
            await table.EndRowAsync(cancellation);
        }
        await table.CompleteAsync(cancellation);
    }

    private void WriteEvidence(StoryResult stories, RunSummary summary)
    {
        var places = Enumerable.Range(0, stories.Articles.Count).Select(article => records[article]).ToList();
        var run = new KeptRun(summary, [.. inputs.Select(input => input.Path)], places.ConvertAll(place => place.Input), places.ConvertAll(place => place.Line));
        StoryEvidenceFile.Write(folder.Create(StoryEvidenceFile.Name), stories, run);
    }

    /// <summary>What was left out of bodies, by bytes of their UTF-8.</summary>
    private async Task WriteFurnitureAsync(DeduplicationResult result, CancellationToken cancellation)
    {
        await using var table = tables.Create("furniture", Furniture);
        for (var article = 0; article < result.Count; article++)
        {
            for (var i = 0; i < result.FurnitureOf(article).Length; i++)
            {
                var span = result.FurnitureOf(article)[i];
                WriteIdentity(table, result, article);
                table.Integer(span.Start);
                table.Integer(span.End);
                table.Text(Reasons[(int)span.Reason]);
                await table.EndRowAsync(cancellation);
            }
        }
        await table.CompleteAsync(cancellation);
    }

    private void WriteIdentity(IReportTable table, DeduplicationResult result, int article) => ArticleIdentity.Write(table, result, article, PlaceOf(article));

    private ArticlePlace PlaceOf(int article) => new(inputs[records[article].Input].Path, records[article].Line);
}
