using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Similarity.FastText;

/// <summary>
/// The lines that a model is trained on, four bytes a token: each word is looked up once, and not once an epoch as in the original.
/// Tokens stand between spaces, tabs and the like; what is to be one word must be written as one already (<see cref="Tokenizer.Fold"/> writes
/// the words of an article that way).
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class TrainingCorpus
{
    /// <summary>The original's limit: longer lines are trained in parts.</summary>
    internal const int MaxLineTokens = 1024;

    /// <summary>Words that are known at a time. When there are more, the rarest are forgotten, as in the original.</summary>
    private const int MaxWords = 22_500_000;

    private readonly long _maxTokens;
    private readonly List<int[]> _chunks = [];
    private readonly CorpusWords _words = new(MaxWords);
    private readonly ReadOnlyMemory<byte> _labelPrefix = "__label__"u8.ToArray();
    private int _used;

    /// <summary>An empty corpus.</summary>
    /// <param name="maxTokens">The most tokens it takes, each of which costs four bytes; above 0.</param>
    public TrainingCorpus(long maxTokens = 1_000_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxTokens);
        _maxTokens = maxTokens;
    }

    /// <summary>Tokens so far, the ends of lines included.</summary>
    public long Tokens { get; private set; }

    /// <summary>Lines so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether it takes no more lines.</summary>
    public bool IsFull => Tokens >= _maxTokens;

    internal CorpusWords Words => _words;

    /// <summary>Adds one line. Labels, for supervised models, are tokens that begin with <c>__label__</c>.</summary>
    /// <param name="line">UTF-8; what follows a newline is not read.</param>
    /// <returns>Whether it was taken; a full corpus takes no more.</returns>
    public bool AddLine(ReadOnlySpan<byte> line)
    {
        if (IsFull) return false;
        foreach (var token in new LineTokens(line, endsLine: true)) Add(_words.NumberOf(token, token.StartsWith(_labelPrefix.Span)));
        Lines++;
        return true;
    }

    /// <summary>Adds the lines of a UTF-8 stream until it ends or the corpus is full.</summary>
    /// <returns>Whether all of it was taken.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public bool AddLines(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[1 << 20];
        var (filled, ended) = (0, false);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is var length && length >= 0)
            {
                if (!AddLine(buffer.AsSpan(start, length))) return false;
                start += length + 1;
            }
            if (ended) return start == filled || AddLine(buffer.AsSpan(start, filled - start));
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length) Array.Resize(ref buffer, checked(buffer.Length * 2));
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            ended = read == 0;
        }
    }

    /// <summary>What tells a model of this corpus and these options from others: 32 hexadecimal digits that depend on every token and setting but threads.</summary>
    public string Fingerprint(TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var hash = new XxHash128();
        foreach (var numbers in Numbers) hash.Append(MemoryMarshal.AsBytes(numbers.AsSpan()));
        for (var word = 0; word < _words.Count; word++)
        {
            hash.Append(_words.BytesOf(word));
            hash.Append(" "u8);
        }
        hash.Append(Encoding.UTF8.GetBytes((options with { Threads = 1 }).ToString()));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>The tokens, as numbers of <see cref="Words"/>.</summary>
    internal IEnumerable<ArraySegment<int>> Numbers => _chunks.Select((chunk, i) => new ArraySegment<int>(chunk, 0, i == _chunks.Count - 1 ? _used : chunk.Length));

    private void Add(int number)
    {
        const int ChunkLength = 1 << 20;
        if (_chunks.Count == 0 || _used == ChunkLength)
        {
            _chunks.Add(new int[ChunkLength]);
            _used = 0;
        }
        _chunks[^1][_used++] = number;
        Tokens++;
    }
}
