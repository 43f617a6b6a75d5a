namespace Similarity.Formats;

/// <summary>Writes rejects as they come, counts them, and remembers the first few to show.</summary>
internal sealed class RejectLog(IReportTable table)
{
    private const int Shown = 5;
    private readonly List<Reject> _first = [];

    public static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("file", ReportColumnType.Text),
        new("line", ReportColumnType.Integer),
        new("id", ReportColumnType.Text),
        new("field", ReportColumnType.Text),
        new("outcome", ReportColumnType.Text),
        new("reason", ReportColumnType.Text),
    ];

    /// <summary>The first few, and every input that was abandoned.</summary>
    public IReadOnlyList<Reject> First => _first;

    public int Rejected { get; private set; }

    public int Abandoned { get; private set; }

    public async ValueTask AddAsync(Reject reject, CancellationToken cancellation)
    {
        if (reject.Outcome == RejectOutcome.Rejected) Rejected++;
        if (reject.Outcome == RejectOutcome.Abandoned) Abandoned++;
        if (_first.Count < Shown || reject.Outcome == RejectOutcome.Abandoned) _first.Add(reject);
        table.Text(reject.File);
        table.Integer(reject.Line);
        table.Text(reject.Id);
        table.Text(reject.Field);
        table.Text(reject.Outcome.ToString().ToLowerInvariant());
        table.Text(reject.Reason);
        await table.EndRowAsync(cancellation);
    }
}
