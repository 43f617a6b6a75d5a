using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Similarity.Benchmarks;

/// <summary>
/// Short runs in this process: a machine that others use too gives more by repeating the whole than by longer runs.
/// </summary>
internal sealed class StageConfig : ManualConfig
{
    public StageConfig()
    {
        Add(DefaultConfig.Instance);
        _ = AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3)
            .WithIterationCount(7)
            .WithIterationTime(TimeInterval.FromMilliseconds(150)));
        _ = AddDiagnoser(MemoryDiagnoser.Default);
        _ = AddColumn(WorkColumn.Throughput, WorkColumn.ItemTime, WorkColumn.Arithmetic);
        _ = HideColumns("Error", "Job", "Toolchain", "IterationCount", "IterationTime", "WarmupCount", "RatioSD", "Gen0", "Gen1", "Gen2", "Alloc Ratio");
        ArtifactsPath = Path.Combine(SharedData.Repository, "artifacts/benchmarks");
    }
}
