namespace Similarity.Formats;

/// <summary>What an input is wrapped in.</summary>
internal enum Compression
{
    None,

    /// <summary>One or more gzip members (RFC 1952).</summary>
    Gzip,

    /// <summary>One or more Zstandard frames (RFC 8878).</summary>
    Zstd,
}
