using System.Buffers.Binary;

namespace Similarity.FastText.Tests;

/// <summary>Damages files as disks, networks and enemies do; the same in every run.</summary>
internal sealed class Mutation(byte[][] files, int seed)
{
    private const int HeaderBytes = 100; // Most counts stand there.

    private static readonly long[] Extremes =
    [
        0, 1, 2, -1, -2, 127, 128, 255, 256, 257, 65535, 65536, 65537, short.MinValue,
        int.MaxValue, int.MaxValue - 1L, int.MinValue, uint.MaxValue, 1L << 28, 1L << 32, 1L << 40, 1L << 61, 1L << 62, long.MaxValue, long.MinValue,
    ];

    private readonly Random _random = new(seed);

    /// <summary>More bytes than any mutation has.</summary>
    public int LongestResult { get; } = 2 * files.Max(file => file.Length);

    /// <summary>A damaged copy.</summary>
    public byte[] Of(byte[] file)
    {
        var bytes = file.ToArray();
        for (var times = _random.Next(4) == 0 ? 3 : 1; times > 0 && bytes.Length > 16; times--)
        {
            bytes = _random.Next(10) switch
            {
                0 or 1 => Edit(bytes, place => bytes[place] ^= (byte)(1 << _random.Next(8))),
                2 => Edit(bytes, place => bytes[place] = (byte)_random.Next(256)),
                3 or 4 => Edit(bytes, place => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Math.Min(place, bytes.Length - 4)), (int)Extreme())),
                5 or 6 => Edit(bytes, place => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(Math.Min(place, bytes.Length - 8)), Extreme())),
                7 => bytes[..Place(bytes)],
                8 => Splice(bytes, files[_random.Next(files.Length)]),
                _ => Shift(bytes),
            };
        }
        return bytes.Length > LongestResult ? bytes[..LongestResult] : bytes;
    }

    private long Extreme() => Extremes[_random.Next(Extremes.Length)] + (_random.Next(3) == 0 ? _random.Next(-3, 4) : 0);

    private int Place(byte[] bytes) => _random.Next(_random.Next(2) == 0 ? bytes.Length : Math.Min(HeaderBytes, bytes.Length));

    private byte[] Edit(byte[] bytes, Action<int> edit)
    {
        edit(Place(bytes));
        return bytes;
    }

    /// <summary>The beginning of one file and the end of another.</summary>
    private byte[] Splice(byte[] first, byte[] second)
    {
        var cut = Place(first);
        return [.. first[..cut], .. second[Math.Min(second.Length, _random.Next(2) == 0 ? cut : Place(second))..]];
    }

    /// <summary>Some bytes come twice, or are missing.</summary>
    private byte[] Shift(byte[] bytes)
    {
        var place = Place(bytes);
        var length = _random.Next(1, Math.Min(20, bytes.Length - place + 1) + 1);
        return _random.Next(2) == 0
            ? [.. bytes[..place], .. bytes[Math.Min(bytes.Length, place + length)..]]
            : [.. bytes[..Math.Min(bytes.Length, place + length)], .. bytes[place..]];
    }
}
