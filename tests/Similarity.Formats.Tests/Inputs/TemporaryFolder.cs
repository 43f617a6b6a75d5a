using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace Similarity.Formats.Tests;

/// <summary>A folder for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("similarity").FullName;

    /// <summary>The full path of <paramref name="name"/> in the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string content = "{}\n") => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        var stored = new MemoryStream();
        using (var stream = new GZipStream(stored, CompressionMode.Compress)) stream.Write(content);
        return stored.ToArray();
    }

    public static byte[] Zstd(ReadOnlySpan<byte> content)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(content).ToArray();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
