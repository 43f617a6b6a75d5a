using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Similarity.Formats;

/// <summary>
/// Where each article's record can be read again: in its own input where that is a plain file of lines, otherwise in
/// the spool. Holds places, not texts.
/// </summary>
/// <remarks>Filled by one thread; reading is thread-safe.</remarks>
internal sealed class StoredRecords(FieldNames names, string spoolFolder) : IArticleTexts, IDisposable
{
    /// <summary>Files held open at most: well below what systems allow a process, and more than a run in good order has.</summary>
    private const int MostFiles = 500;

    private readonly List<SafeFileHandle> _files = [];
    private readonly List<(string Path, long Length, DateTime Written)> _inPlace = [];
    private readonly List<Place> _places = [];
    private readonly ThreadLocal<ArticleParser> _parser = new(() => new ArticleParser(names));
    private Spool? _spool;

    public int Count => _places.Count;

    /// <summary>Whether another file may be opened; what is in further ones belongs in the spool.</summary>
    public bool CanOpen => _files.Count < MostFiles;

    /// <summary>Opens a plain file whose records are read again in place, and returns its number.</summary>
    public int Open(string path)
    {
        var file = new FileInfo(path);
        _inPlace.Add((path, file.Length, file.LastWriteTimeUtc));
        _files.Add(File.OpenHandle(path, options: FileOptions.RandomAccess));
        return _files.Count - 1;
    }

    /// <summary>The number of the spool.</summary>
    public int OpenSpool()
    {
        if (_spool is null)
        {
            _spool = new Spool(spoolFolder);
            _files.Add(_spool.Handle);
        }
        return _files.IndexOf(_spool.Handle);
    }

    /// <summary>Appends <paramref name="bytes"/> to the spool and returns where they begin.</summary>
    public long Keep(ReadOnlyMemory<byte> bytes) => _spool!.Append(bytes.Span);

    public void Add(Place place) => _places.Add(place);

    /// <summary>Where an article came from and is now.</summary>
    public Place this[int article] => _places[article];

    /// <summary>
    /// The places of some articles, in order; records that follow each other in a file with nothing but a line feed
    /// between them are one place, up to <paramref name="longest"/> bytes, so that they are copied at once.
    /// </summary>
    public IEnumerable<Place> Stretches(IEnumerable<int> articles, int longest)
    {
        Place? open = null;
        foreach (var article in articles)
        {
            var next = _places[article];
            if (open is { } last && next.File == last.File && next.Offset == last.Offset + last.Length + 1 && last.Length + next.Length < longest)
            {
                open = last with { Length = last.Length + 1 + next.Length };
                continue;
            }
            if (open is { } done) yield return done;
            open = next;
        }
        if (open is { } rest) yield return rest;
    }

    /// <summary>The bytes of a place as they were read; valid until the next call with the same buffer.</summary>
    public Memory<byte> Read(Place place, ref byte[] buffer)
    {
        if (buffer.Length < place.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = ArrayPool<byte>.Shared.Rent(place.Length);
        }
        var bytes = buffer.AsMemory(0, place.Length);
        for (var read = 0; read < bytes.Length;)
        {
            var some = RandomAccess.Read(_files[place.File], bytes.Span[read..], place.Offset + read);
            if (some == 0) throw Changed();
            read += some;
        }
        return bytes;
    }

    /// <inheritdoc/>
    public void Read(int index, ArticleBuffer buffer)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(_places[index].Length);
        try
        {
            if (_parser.Value!.Parse(Read(_places[index], ref bytes).Span, buffer, out _) is not null) throw Changed();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Makes sure that the files read in place are still what was judged.</summary>
    /// <exception cref="IOException">One of them was written to meanwhile.</exception>
    public void EnsureUnchanged()
    {
        foreach (var (path, length, written) in _inPlace)
        {
            var file = new FileInfo(path);
            if (file.Exists && (file.Length != length || file.LastWriteTimeUtc != written)) throw Changed();
        }
    }

    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
        _spool?.Dispose();
        _parser.Dispose();
    }

    private static IOException Changed() => new("An input file changed while it was being read.");

    /// <summary>A record's bytes in the file that holds them now, and the input and line that they came from.</summary>
    internal readonly record struct Place(int File, int Length, long Offset, int Input, long Line);
}
