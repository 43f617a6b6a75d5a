namespace Similarity.Formats;

/// <summary>
/// One input of a run, known by name but not yet opened. <paramref name="Path"/> is as its user would recognise it:
/// relative if it was given so, <c>-</c> for standard input. <paramref name="Length"/> is in bytes as stored, for progress,
/// and 0 where unknown.
/// </summary>
internal sealed record InputFile(string Path, InputFormat Format, Compression Compression, long Length)
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInputPath = "-";

    /// <summary>Whether it comes from whoever started the run.</summary>
    public bool IsStandardInput => Path is StandardInputPath;

    /// <summary>
    /// A pipe that had to be opened to recognise what comes out of it, with those bytes still in place;
    /// it can be read only once.
    /// </summary>
    internal InputContent? Opened { get; init; }

    /// <summary>
    /// The content, decompressed. A plain file can be read again in place; anything else is an <see cref="InputContent"/>,
    /// which ends early and says why when its compressed data are damaged.
    /// </summary>
    public Stream Open() => Opened ?? Open(Path, Compression);

    /// <summary>The content of the file at <paramref name="path"/>, as <see cref="Open()"/> gives it.</summary>
    internal static Stream Open(string path, Compression compression)
    {
        // Readers bring their own large buffers; decompressors ask for a few kilobytes at a time.
        var file = new FileStream(path, new FileStreamOptions
        {
            Access = FileAccess.Read,
            Mode = FileMode.Open,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.SequentialScan,
            BufferSize = compression is Compression.None ? 0 : 1 << 17,
        });
        return compression is Compression.None ? file : new InputContent(file, compression);
    }
}
