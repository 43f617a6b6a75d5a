using Microsoft.Win32.SafeHandles;

namespace Similarity.Formats;

/// <summary>
/// A temporary file that holds the records of inputs which cannot be read again in place: compressed ones, standard
/// input, and what is not JSON Lines. It is gone when the run ends, however it ends.
/// </summary>
internal sealed class Spool : IDisposable
{
    public Spool(string folder)
    {
        var path = Path.Combine(folder, $".similarity-{Guid.NewGuid():n}.tmp");
        Handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, FileOptions.DeleteOnClose);
        // Where an open file may be deleted, not even a killed run leaves it behind.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
    }

    public SafeFileHandle Handle { get; }

    public long Length { get; private set; }

    /// <summary>Appends <paramref name="bytes"/> and returns where they begin.</summary>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        var offset = Length;
        RandomAccess.Write(Handle, bytes, offset);
        Length += bytes.Length;
        return offset;
    }

    public void Dispose() => Handle.Dispose();
}
