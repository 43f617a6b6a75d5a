namespace Similarity;

/// <summary>Many signatures of the same settings, one behind the other in memory, to be compared with one.</summary>
/// <remarks>Filled by one thread; reading is thread-safe while nothing is added.</remarks>
public sealed class SignatureTable(SignatureSettings settings)
{
    /// <summary>Signatures a chunk; chunks are never copied.</summary>
    private const int ChunkRows = 1 << 10;

    private readonly List<byte[]> _chunks = [];

    /// <summary>What all signatures of the table were made with.</summary>
    public SignatureSettings Settings { get; } = settings ?? throw new ArgumentNullException(nameof(settings));

    /// <summary>How many signatures there are.</summary>
    public int Count { get; private set; }

    /// <summary>The signature in a row, counted from 0.</summary>
    public Signature this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            return new Signature(Settings, _chunks[row / ChunkRows].AsSpan(row % ChunkRows * Settings.Bytes, Settings.Bytes).ToArray());
        }
    }

    /// <summary>Appends a signature and returns its row.</summary>
    /// <exception cref="InvalidOperationException">It was made with other settings.</exception>
    public int Add(Signature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        Signature.RequireSame(Settings, signature.Settings);
        var row = Count % ChunkRows;
        if (row == 0) _chunks.Add(new byte[ChunkRows * Settings.Bytes]);
        signature.Lanes.CopyTo(_chunks[^1].AsSpan(row * Settings.Bytes));
        return Count++;
    }

    /// <summary>For each row, in how many lanes it equals <paramref name="query"/>.</summary>
    /// <param name="query">A signature of the same settings.</param>
    /// <param name="equal">One place a row.</param>
    /// <exception cref="InvalidOperationException">The query was made with other settings.</exception>
    public void CountEqualLanes(Signature query, Span<int> equal)
    {
        ArgumentNullException.ThrowIfNull(query);
        Signature.RequireSame(Settings, query.Settings);
        if (equal.Length < Count) throw new ArgumentException($"There are {Count} rows and room for {equal.Length}.", nameof(equal));
        var bytes = Settings.Bytes;
        for (var row = 0; row < Count; row++)
        {
            equal[row] = LaneEquality.Count(_chunks[row / ChunkRows].AsSpan(row % ChunkRows * bytes, bytes), query.Lanes, Settings.BytesPerLane);
        }
    }

    /// <summary>The rows whose estimated resemblance with <paramref name="query"/> is <paramref name="resemblance"/> or more, in order.</summary>
    /// <param name="query">A signature of the same settings.</param>
    /// <param name="resemblance">0 to 1.</param>
    /// <exception cref="InvalidOperationException">The query was made with other settings.</exception>
    public IReadOnlyList<(int Row, double Resemblance)> Above(Signature query, double resemblance)
    {
        if (resemblance is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(resemblance), resemblance, "A resemblance is from 0 to 1.");
        var equal = new int[Count];
        CountEqualLanes(query, equal);
        var found = new List<(int, double)>();
        for (var row = 0; row < equal.Length; row++)
        {
            var estimate = Settings.Estimate(equal[row]);
            if (estimate >= resemblance) found.Add((row, estimate));
        }
        return found;
    }
}
