namespace Similarity.Formats;

/// <summary>How inputs are read.</summary>
public sealed record ReadOptions
{
    /// <summary>Under which names the fields of an article are found.</summary>
    public FieldNames Fields { get; init; } = FieldNames.Default;

    /// <summary>The format of every input; <see langword="null"/> goes by extension.</summary>
    public InputFormat? Format { get; init; }

    /// <summary>The largest record, in bytes; a larger one is rejected and reading goes on after it. 1 KiB to 1 GiB.</summary>
    public int MaxRecordBytes
    {
        get;
        init => field = value is >= 1024 and <= 1 << 30
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MaxRecordBytes), value, "MaxRecordBytes must be from 1024 to 1073741824.");
    } = 32 << 20;

    /// <summary>How many bytes of records are read before they are handed on.</summary>
    internal int BlockBytes { get; init; } = 1 << 20;

    /// <summary>Whether records are handed on as soon as they are there, because somebody waits for what becomes of them.</summary>
    internal bool IsLive { get; init; }
}
