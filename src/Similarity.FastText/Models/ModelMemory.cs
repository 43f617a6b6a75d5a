using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>
/// Memory outside the collected heap that the matrices of a model stand in: a mapped file, a block of its own, or pinned
/// bytes of the caller. It has no limit of two gigabytes, and nothing in it is copied.
/// </summary>
/// <remarks>Whoever reads it takes a <see cref="ModelHold"/> first, so that disposal waits for readers of other threads.</remarks>
internal sealed unsafe class ModelMemory : SafeHandle
{
    private const int Step = 1 << 20;

    private readonly Action? _release;

    private ModelMemory(byte* start, long length, bool isWritable, Action? release)
        : base(0, ownsHandle: true)
    {
        SetHandle((nint)start);
        (Length, IsWritable, _release) = (length, isWritable, release);
    }

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>Whether it may be written to.</summary>
    public bool IsWritable { get; }

    public byte* Start => (byte*)handle;

    public override bool IsInvalid => handle == 0;

    /// <summary>A block of zeros, of which pages that are never touched cost nothing.</summary>
    public static ModelMemory Allocate(long length) =>
        new((byte*)NativeMemory.AllocZeroed((nuint)Math.Max(1, length)), length, isWritable: true, release: null);

    /// <summary>A file, whose pages are read when they are touched.</summary>
    public static ModelMemory Map(string path)
    {
        // The stream stays open as long as the mapping, so that its lock keeps other programs of .NET from writing to the file.
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            var length = stream.Length;
            if (length == 0) throw new ModelFormatException(0, "the file is empty");
            return Map(MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false), length);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static ModelMemory Map(MemoryMappedFile file, long length)
    {
        var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new ModelMemory(start + view.PointerOffset, length, isWritable: false, () =>
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        });
    }

    /// <summary>Bytes of the caller, where they are.</summary>
    public static ModelMemory Pin(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) throw new ModelFormatException(0, "there are no bytes");
        var pin = bytes.Pin();
        return new ModelMemory((byte*)pin.Pointer, bytes.Length, isWritable: false, () => pin.Dispose());
    }

    /// <summary>All that is left of a stream. Where its length is not known, memory grows with what was read.</summary>
    public static ModelMemory Read(Stream stream)
    {
        using var bytes = new GrowingMemory(stream.CanSeek ? stream.Length - stream.Position + 1 : Step);
        while (stream.Read(bytes.Room(Step)) is var read && read > 0) bytes.Advance(read);
        return bytes.ToMemory(isWritable: false);
    }

    /// <summary>A block of <see cref="NativeMemory"/>, which this frees.</summary>
    public static ModelMemory Take(byte* start, long length, bool isWritable) => new(start, length, isWritable, release: null);

    protected override bool ReleaseHandle()
    {
        if (_release is null) NativeMemory.Free((void*)handle);
        else _release();
        return true;
    }
}
