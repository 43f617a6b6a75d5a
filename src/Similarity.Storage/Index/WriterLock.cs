using System.Globalization;
using System.Runtime.Versioning;
using System.Text;

namespace Similarity.Storage;

/// <summary>
/// Sees to it that one process at a time writes to an index: a file that is held open. What stands in it says who does. The
/// system lets go of it when the process ends, however it ends; what stands in it then is of no account.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const string Name = "writer.lock";
    private const long Far = 1 << 20;
    private const int MostTries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Elsewhere the store's own lock has to do, which does not say who holds it.</summary>
    [SupportedOSPlatformGuard("linux")]
    [SupportedOSPlatformGuard("windows")]
    private static readonly bool CanLock = OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a directory.</summary>
    /// <exception cref="IndexLockedException">Another holds it; the message says who.</exception>
    public static WriterLock Take(string directory, TimeProvider clock)
    {
        var path = Path.Combine(directory, Name);
        // First, because closing the file a second time would let go of the lock.
        if (!Held.TryAdd(Path.GetFullPath(path))) throw Refusal(directory, "this process");
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1);
            TryLock(directory, file);
        }
        catch
        {
            file?.Dispose();
            Held.Remove(Path.GetFullPath(path));
            throw;
        }
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC")));
        file.Flush();
        return new WriterLock(file);
    }

    /// <summary>Who writes to the index in a directory; <see langword="null"/> where nobody does, or the system cannot be asked.</summary>
    public static string? HolderIn(string directory)
    {
        var path = Path.Combine(directory, Name);
        if (Held.Contains(Path.GetFullPath(path))) return "this process";
        if (!CanLock || !File.Exists(path)) return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        try
        {
            // Closing the file lets go of it again.
            file.Lock(Far, 1);
            return null;
        }
        catch (IOException)
        {
            return Holder(file);
        }
    }

    public void Dispose()
    {
        var path = Path.GetFullPath(_file.Name);
        _file.Dispose();
        Held.Remove(path);
    }

    /// <summary>Locks a byte far behind the text, so that others may read who holds it.</summary>
    private static void TryLock(string directory, FileStream file)
    {
        if (!CanLock) return;
        for (var tries = 1; ; tries++)
        {
            try
            {
                file.Lock(Far, 1);
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                // It may be somebody who only looks whether it is held.
                Thread.Sleep(Pause);
            }
            catch (IOException)
            {
                throw Refusal(directory, Holder(file));
            }
        }
    }

    private static IndexLockedException Refusal(string directory, string holder) =>
        new($"{directory} is being written to by {holder}. One process at a time may change an index; any number may read it. Wait for it to end, or end it: what it has acknowledged is kept.");

    private static string Holder(FileStream file)
    {
        file.Position = 0;
        var text = new byte[200];
        var holder = Encoding.UTF8.GetString(text, 0, file.Read(text));
        return holder.Length > 0 ? holder : "a process that has just begun";
    }

    /// <summary>Locks that this process holds: the system would give them to it twice.</summary>
    private static class Held
    {
        private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

        public static bool TryAdd(string path)
        {
            lock (Paths) return Paths.Add(path);
        }

        public static bool Contains(string path)
        {
            lock (Paths) return Paths.Contains(path);
        }

        public static void Remove(string path)
        {
            lock (Paths) _ = Paths.Remove(path);
        }
    }
}
