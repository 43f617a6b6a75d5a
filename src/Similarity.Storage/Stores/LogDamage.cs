using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Similarity.Storage;

/// <summary>
/// Damage in a log of RocksDB. A failure of the machine tears the last write at most, which nobody was told of; where whole writes follow the
/// damage, something else has happened, and what was acknowledged would be lost without a word.
/// <code>
/// log      blocks of 32 KiB
/// block    records, none across its end
/// record   masked CRC-32C of type and data (4), length of the data (2), type (1): a whole write, its first part, one between, its last
/// </code>
/// </summary>
/// <param name="File">The log.</param>
/// <param name="Place">The first byte of the record that is damaged.</param>
/// <param name="IsLastWrite">Whether no other write comes after it.</param>
internal sealed record LogDamage(string File, long Place, bool IsLastWrite)
{
    private const int BlockBytes = 32 << 10;
    private const int HeaderBytes = 7;
    private const byte Whole = 1;
    private const byte FirstPart = 2;

    /// <summary>The first damage in the logs of a store; <see langword="null"/> where there is none but an end that is missing.</summary>
    public static LogDamage? Find(string directory)
    {
        string[] logs = [.. Directory.GetFiles(directory, "*.log").OrderBy(log => long.TryParse(Path.GetFileNameWithoutExtension(log), CultureInfo.InvariantCulture, out var number) ? number : 0)];
        foreach (var log in logs)
        {
            var bytes = System.IO.File.ReadAllBytes(log);
            if (FirstIn(bytes) is var place and >= 0) return new LogDamage(log, place, log == logs[^1] && !HasWriteAfter(bytes, place));
        }
        return null;
    }

    private static int FirstIn(ReadOnlySpan<byte> log)
    {
        for (var at = 0; at < log.Length;)
        {
            var left = BlockBytes - (at % BlockBytes);
            if (left < HeaderBytes)
            {
                at += left;
                continue;
            }
            if (at + HeaderBytes > log.Length) return -1;
            var length = HeaderBytes + LengthAt(log, at);
            // Space that was set aside and never written.
            if (length == HeaderBytes && log[at + 6] == 0) length = left;
            else if (length > left) return at;
            else if (at + length > log.Length) return -1;
            else if (!IsSound(log.Slice(at, length))) return at;
            at += length;
        }
        return -1;
    }

    private static bool HasWriteAfter(ReadOnlySpan<byte> log, int place)
    {
        // The length of what is damaged cannot be trusted, so that another write may begin anywhere.
        for (var at = place + 1; at + HeaderBytes <= log.Length; at++)
        {
            if (log[at + 6] is not (Whole or FirstPart)) continue;
            var length = HeaderBytes + LengthAt(log, at);
            if (length <= BlockBytes - (at % BlockBytes) && at + length <= log.Length && IsSound(log.Slice(at, length))) return true;
        }
        return false;
    }

    private static int LengthAt(ReadOnlySpan<byte> log, int at) => BinaryPrimitives.ReadUInt16LittleEndian(log[(at + 4)..]);

    private static bool IsSound(ReadOnlySpan<byte> record)
    {
        var sum = uint.MaxValue;
        foreach (var some in record[6..]) sum = BitOperations.Crc32C(sum, some);
        sum = ~sum;
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == BitOperations.RotateRight(sum, 15) + 0xA282EAD8;
    }
}
