using System.CommandLine;
using System.Runtime.InteropServices;
using Similarity.Formats;
using Similarity.Storage;

namespace Similarity.Cli;

/// <summary>
/// Runs a parsed command and turns what can go wrong into one line on standard error and an exit code.
/// </summary>
internal static class CommandLine
{
    /// <summary>Shows stack traces; for every command.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Say more: timings of the stages, and traces of errors.",
        Recursive = true,
    };

    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        root.Add(Verbose);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && arguments.Length > 0)
        {
            foreach (var error in parsed.Errors) StandardError.Say(error.Message);
            StandardError.WriteLine($"Try 'similarity {Name(parsed)}--help'.");
            return ExitCode.Error;
        }
        if (arguments.Length == 0) parsed = root.Parse("--help");
        using var closed = new CancellationTokenSource();
        // A terminal that is closed stops a run as an interrupt does, so that it leaves nothing half-written.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
        {
            context.Cancel = true;
            closed.Cancel();
        });
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            };
            return await parsed.InvokeAsync(configuration, closed.Token);
        }
        catch (Exception fault) when (Explain(fault) is var (message, code) && (message is not null || !parsed.GetValue(Verbose)))
        {
            if (message is not null) StandardError.Say(message);
            if (parsed.GetValue(Verbose) && code == ExitCode.Error) StandardError.WriteLine(fault.ToString());
            return code;
        }
    }

    /// <summary>What to tell of a fault, and the exit code it means.</summary>
    private static (string? Message, int Code) Explain(Exception fault) => fault switch
    {
        // Whoever reads our output has seen enough.
        IOException when IsBrokenPipe(fault) => (null, ExitCode.Done),
        OperationCanceledException => ("stopped; nothing was written", ExitCode.Interrupted),
        InvalidDataException when fault.Message.Contains("index is damaged", StringComparison.Ordinal) => ($"{fault.Message} {StoreDamage.Remedy}", ExitCode.Error),
        InputException or IOException or UnauthorizedAccessException => (fault.Message, ExitCode.Error),
        AggregateException { InnerException: { } inner } => Explain(inner),
        _ => ($"{fault.GetType().Name}: {fault.Message}", ExitCode.Error),
    };

    private static bool IsBrokenPipe(Exception fault)
    {
        const int UnixBrokenPipe = 32;
        const int WindowsNoData = unchecked((int)0x800700E8);
        const int WindowsBrokenPipe = unchecked((int)0x8007006D);
        return fault.HResult is UnixBrokenPipe or WindowsNoData or WindowsBrokenPipe;
    }

    private static string Name(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : $"{parsed.CommandResult.Command.Name} ";
}
