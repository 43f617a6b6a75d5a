namespace Similarity.Formats;

/// <summary>Passes the core's progress on as that of a run over files.</summary>
internal sealed class StageProgress(IProgress<BatchProgress> progress, int articles) : IProgress<DeduplicationProgress>
{
    public void Report(DeduplicationProgress value) => progress.Report(new BatchProgress(
        value.Stage switch
        {
            DeduplicationStage.Features => BatchStage.Features,
            DeduplicationStage.Candidates => BatchStage.Candidates,
            _ => BatchStage.Verifying,
        },
        value.Done,
        value.Total,
        articles));
}
