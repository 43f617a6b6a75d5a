using System.Runtime.InteropServices;

namespace Similarity.Cli;

/// <summary>Whether whoever reads standard output has gone, which a write would tell, while there is nothing to write.</summary>
internal static class ClosedOutput
{
    private const int StandardOutput = 1;
    private const short Gone = 0x8 | 0x10 | 0x20;

    /// <summary>Whether it is known to be closed; false where the system cannot be asked.</summary>
    public static bool IsClosed()
    {
        if (OperatingSystem.IsWindows()) return false;
        var request = new Request { File = StandardOutput };
        // Errors are told without being asked for.
        return Poll(ref request, 1, 0) > 0 && (request.Told & Gone) != 0;
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Request request, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Request
    {
        public int File;
        public short Asked;
        public short Told;
    }
}
