using System.Diagnostics;
using System.Text;

namespace Similarity.Cli.Tests;

/// <summary>What a run of the command came to.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);

/// <summary>Runs the built command as a process of its own, as its users do.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The start of a command line for a shell.</summary>
    public static string Line { get; } = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Similarity.Cli.dll")}'";

    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(arguments, input: null);

    public static async Task<Outcome> RunAsync(string[] arguments, byte[]? input = null, params (string Name, string Value)[] environment)
    {
        using var process = Start([Path.Combine(AppContext.BaseDirectory, "Similarity.Cli.dll"), .. arguments], "dotnet", environment);
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    /// <summary>Runs a script in bash, or skips the test.</summary>
    public static async Task<Outcome> ShellAsync(string script)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no shell.");
        using var process = Start(["-c", script], "/bin/bash");
        process.StandardInput.Close();
        return await FinishAsync(process);
    }

    /// <summary>Starts the command and leaves its standard input open.</summary>
    public static Process Start(params string[] arguments) =>
        Start([Path.Combine(AppContext.BaseDirectory, "Similarity.Cli.dll"), .. arguments], "dotnet");

    public static async Task<Outcome> FinishAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The command did not end: {await error}");
        }
        return new Outcome(process.ExitCode, await output, await error);
    }

    private static Process Start(IEnumerable<string> arguments, string program, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
