using System.Diagnostics;

namespace Similarity.Storage.Tests;

/// <summary>A file system of a few megabytes in memory. Where none may be mounted, the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux mounts a file system in memory.");
        _folder = Directory.CreateDirectory(folder).FullName;
        var fault = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder);
        Assert.SkipUnless(fault is null, $"No file system may be mounted here: {fault}");
    }

    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>Gives it another size.</summary>
    public void Resize(int megabytes) => Assert.Null(Run("mount", "-o", $"remount,size={megabytes}m", _folder));

    public void Dispose() => Assert.Null(Run("umount", _folder));

    /// <summary>What went wrong, or <see langword="null"/>.</summary>
    private static string? Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error.Trim();
    }
}
