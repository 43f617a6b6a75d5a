using System.CommandLine;

namespace Similarity.Cli;

/// <summary><c>similarity bench</c>: what this machine makes of the kernels, checked and measured.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where the figures are saved as JSON.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "similarity-bench.json",
        };
        Checks.NotEmpty(output);
        var threads = new Option<int>("--threads", "-t")
        {
            Description = "Threads of the parallel measurements; 1 leaves them out.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        Checks.InRange(threads, 1, 1024);
        var quick = new Option<bool>("--quick") { Description = "Measure for a few seconds only, less exactly." };
        var command = new Command("bench", "Check the kernels against their specifications, and measure them on this machine.") { output, threads, quick };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => BenchRun.Run(parsed.GetRequiredValue(output), parsed.GetValue(threads), parsed.GetValue(quick), cancellation), cancellation));
        return command;
    }
}
