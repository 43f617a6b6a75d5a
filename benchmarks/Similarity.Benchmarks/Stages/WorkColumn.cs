using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Similarity.Benchmarks;

/// <summary>A figure made of the mean time and the <see cref="IStageWork"/> of a benchmark.</summary>
internal sealed class WorkColumn(string name, string legend, Func<IStageWork, long> work, Func<double, double, double> figure) : IColumn
{
    /// <summary>Megabytes of text a second.</summary>
    public static WorkColumn Throughput { get; } =
        new("MB/s", "Megabytes of text a second", work => work.Bytes, (bytes, nanoseconds) => bytes * 1000 / nanoseconds);

    /// <summary>Nanoseconds for each shingle, row or pair.</summary>
    public static WorkColumn ItemTime { get; } =
        new("ns/item", "Nanoseconds a shingle, row or pair", work => work.Items, (items, nanoseconds) => nanoseconds / items);

    /// <summary>Billions of floating-point operations a second, a multiplication and an addition each counted.</summary>
    public static WorkColumn Arithmetic { get; } =
        new("GFLOP/s", "Billions of multiplications and additions a second", work => work.MultiplyAdds, (operations, nanoseconds) => operations * 2 / nanoseconds);

    public string Id => ColumnName;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (summary[benchmarkCase]?.ResultStatistics is not { } statistics) return "-";
        var stage = (IStageWork)Activator.CreateInstance(benchmarkCase.Descriptor.Type)!;
        foreach (var parameter in benchmarkCase.Parameters.Items)
        {
            benchmarkCase.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(stage, parameter.Value);
        }
        var amount = work(stage);
        return amount == 0 ? "" : figure(amount, statistics.Median).ToString("n2", CultureInfo.InvariantCulture);
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
}
