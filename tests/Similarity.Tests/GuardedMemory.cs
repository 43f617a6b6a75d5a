using System.Runtime.InteropServices;

namespace Similarity.Tests;

/// <summary>
/// Bytes that end where an unreadable page begins, so that a read past them ends the test run at once. Off Linux the
/// bytes are an array of exactly their size.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ReadWrite = 1 | 2;
    private const int PrivateAnonymous = 0x02 | 0x20;

    private readonly int _capacity;
    private readonly nint _mapped;
    private readonly byte* _guard;

    public GuardedMemory(int capacity)
    {
        _capacity = capacity;
        if (!OperatingSystem.IsLinux()) return;
        var page = Environment.SystemPageSize;
        var size = (capacity + page - 1) / page * page;
        _mapped = size + page;
        _guard = (byte*)Map(0, _mapped, ReadWrite, PrivateAnonymous, -1, 0) + size;
        Assert.Equal(0, Protect((nint)_guard, page, 0));
    }

    /// <summary>A copy of <paramref name="bytes"/> right before the guard, valid until the next copy.</summary>
    public ReadOnlySpan<byte> Place(ReadOnlySpan<byte> bytes)
    {
        if (_guard is null) return bytes.ToArray();
        Assert.True(bytes.Length <= _capacity);
        var place = new Span<byte>(_guard - bytes.Length, bytes.Length);
        bytes.CopyTo(place);
        return place;
    }

    public void Dispose()
    {
        if (_guard is not null) _ = Unmap((nint)(_guard + Environment.SystemPageSize - _mapped), _mapped);
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nint size, int access, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nint size, int access);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nint size);
}
