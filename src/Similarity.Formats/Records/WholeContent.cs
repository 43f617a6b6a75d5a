namespace Similarity.Formats;

/// <summary>Reads an input that is one record as a whole, up to the limit for records.</summary>
internal static class WholeContent
{
    /// <summary>The bytes; or, instead, why they are no record.</summary>
    public static async ValueTask<(ReadOnlyMemory<byte> Bytes, RecordFault? Fault)> ReadAsync(
        Stream content, ReadOptions options, CancellationToken cancellation)
    {
        var bytes = new byte[1 << 16];
        var length = 0;
        while (await content.ReadAsync(bytes.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
            if (length > options.MaxRecordBytes) return (default, TooLong(options));
            if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(length * 2L, options.MaxRecordBytes + 1L));
        }
        return InputContent.DamageOf(content) is { } damage
            ? (default, RecordFault.Damaged(0, damage))
            : (bytes.AsMemory(0, length), null);
    }

    private static RecordFault TooLong(ReadOptions options) =>
        new(0, null, $"The file is longer than the limit for one record, {options.MaxRecordBytes} bytes.");
}
