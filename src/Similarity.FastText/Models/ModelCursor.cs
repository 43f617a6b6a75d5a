using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Similarity.FastText;

/// <summary>
/// Reads a model from front to back. Every count is held against the bytes that are left before anything is allocated for
/// it; what is wrong is named with the byte where it stands.
/// </summary>
internal sealed unsafe class ModelCursor(ModelMemory memory)
{
    /// <summary>Where the next value stands.</summary>
    public long Offset { get; set; }

    public ModelMemory Memory => memory;

    public long Left => memory.Length - Offset;

    public byte Byte(string what) => Take(1, what)[0];

    public int Int32(string what) => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int), what));

    public long Int64(string what) => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long), what));

    public double Double(string what) => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double), what));

    /// <summary>A byte that is 0 or 1.</summary>
    public bool Flag(string what)
    {
        var value = Byte(what);
        return value <= 1 ? value == 1 : throw Wrong(sizeof(byte), $"{what} is {value}, neither 0 nor 1");
    }

    /// <summary>An integer within bounds.</summary>
    public int Int32(string what, int least, int most)
    {
        var value = Int32(what);
        return value >= least && value <= most ? value : throw Wrong(sizeof(int), $"{what} is {value}, not {Bounds(least, most)}");
    }

    /// <summary>An integer within bounds.</summary>
    public long Int64(string what, long least, long most)
    {
        var value = Int64(what);
        return value >= least && value <= most ? value : throw Wrong(sizeof(long), $"{what} is {value}, not {Bounds(least, most)}");
    }

    /// <summary>Requires that <paramref name="count"/> things of at least <paramref name="size"/> bytes each can still come.</summary>
    public void Require(long count, long size, string what)
    {
        if (count > Left / size) throw Wrong(0, $"{count} {what} of {size} bytes at least cannot stand in the {Left} that are left");
    }

    /// <summary>So many floats, copied.</summary>
    public float[] Floats(int count, string what)
    {
        Require(count, sizeof(float), what);
        var floats = new float[count];
        new ReadOnlySpan<byte>(memory.Start + Pass(count * (long)sizeof(float), what), count * sizeof(float)).CopyTo(MemoryMarshal.AsBytes(floats.AsSpan()));
        return floats;
    }

    /// <summary>Bytes up to a NUL, which is passed too.</summary>
    public ReadOnlySpan<byte> Word()
    {
        var rest = new ReadOnlySpan<byte>(memory.Start + Offset, (int)Math.Min(Left, int.MaxValue));
        var length = rest.IndexOf((byte)0);
        if (length < 0) throw Wrong(0, "a word begins that does not end");
        Offset += length + 1;
        return rest[..length];
    }

    /// <summary>Passes over bytes that stay where they are.</summary>
    /// <returns>Where they stand.</returns>
    public long Pass(long count, string what)
    {
        Require(count, 1, what);
        Offset += count;
        return Offset - count;
    }

    /// <summary>What is wrong with the value of <paramref name="size"/> bytes that was just read.</summary>
    public ModelFormatException Wrong(int size, string what) => new(Offset - size, what);

    private static string Bounds(long least, long most) => least == most ? $"{least}" : $"from {least} to {most}";

    private ReadOnlySpan<byte> Take(int count, string what)
    {
        if (Left < count) throw Wrong(0, $"the file ends before {what}");
        Offset += count;
        return new ReadOnlySpan<byte>(memory.Start + Offset - count, count);
    }
}
