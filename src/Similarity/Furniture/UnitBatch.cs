using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// The units of some consecutive articles, gathered on one thread, for a <see cref="FurnitureLearner"/> to count in input
/// order.
/// </summary>
/// <remarks>Not thread-safe. Cleared and filled again, it does not allocate once warm.</remarks>
public sealed class UnitBatch
{
    /// <summary>A longer unit is text, however often it is repeated.</summary>
    private const int LongestUnit = 1000;

    /// <summary>Bytes of the beginning and of the end of a body that are looked at whole.</summary>
    private const int EndBytes = 1536;

    /// <summary>Bytes of a line that is looked at wherever it stands.</summary>
    private const int ShortLineBytes = 160;

    private readonly MarkupCleaner _markup = new();
    private readonly TokenBuffer _words = new(withOffsets: true);
    private readonly UnitSplitter _splitter = new();
    private readonly List<byte> _reduced = [];
    private readonly List<byte> _text = [];
    private readonly List<CountedUnit> _units = [];
    private readonly List<ulong> _pages = [];

    /// <summary>The units, article by article.</summary>
    internal ReadOnlySpan<CountedUnit> Units => CollectionsMarshal.AsSpan(_units);

    /// <summary>Forgets the articles and keeps the memory.</summary>
    public void Clear()
    {
        _text.Clear();
        _units.Clear();
        _pages.Clear();
    }

    /// <summary>Adds the units of an article. What has no outlet teaches nothing.</summary>
    public void Add(ArticleBuffer article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Outlet.IsEmpty) return;
        var (name, length) = (_text.Count, article.Outlet.Length);
        _text.AddRange(article.Outlet);
        var outlet = OutletKey(article.Outlet);
        var day = article.PublishedTicks is { } ticks ? (int)(ticks / TimeSpan.TicksPerDay) : 0;
        var text = EndsAndShortLines(_markup.Clean(article.Body));
        _words.Clear();
        Tokenizer.Tokenize(text, _words);
        var offset = _text.Count;
        _text.AddRange(text);
        var page = outlet;
        var units = _splitter.Split(text, _words);
        foreach (var unit in units)
        {
            if (LearntUnits.IsOne(unit)) Count(unit);
        }
        foreach (var line in LearntUnits.OfFragments(units)) Count(line);
        _pages.Add(page);

        void Count(TextUnit unit)
        {
            var (start, end) = (_words.Starts[unit.FirstWord], _words.Ends[unit.EndWord - 1]);
            if (end - start > LongestUnit) return;
            var hash = UnitHash.Of(CollectionsMarshal.AsSpan(_text)[offset..], _words, unit.FirstWord, unit.EndWord);
            page = Mixing.Avalanche(page + hash.Exact);
            _units.Add(new CountedUnit(outlet, hash, _pages.Count, day, name, length, offset + start, end - start));
        }
    }

    /// <summary>
    /// What furniture is learnt from: the beginning and the end of a body, and of what lies between the short lines. Long ones
    /// there are text, and looking at them would cost as much as all the rest.
    /// </summary>
    private ReadOnlySpan<byte> EndsAndShortLines(ReadOnlySpan<byte> body)
    {
        if (body.Length <= 2 * EndBytes) return body;
        _reduced.Clear();
        var head = EndBytes + Math.Max(0, body[EndBytes..].IndexOf((byte)'\n'));
        var tail = body[..^EndBytes].LastIndexOf((byte)'\n');
        if (tail < head) (head, tail) = (EndBytes, body.Length - EndBytes);
        _reduced.AddRange(body[..head]);
        for (var at = head; at < tail;)
        {
            var length = body[at..tail].IndexOf((byte)'\n');
            if (length < 0) length = tail - at;
            if (length is > 0 and <= ShortLineBytes)
            {
                _reduced.Add((byte)'\n');
                _reduced.AddRange(body.Slice(at, length));
            }
            at += length + 1;
        }
        _reduced.Add((byte)'\n');
        _reduced.AddRange(body[tail..]);
        return CollectionsMarshal.AsSpan(_reduced);
    }

    /// <summary>What an outlet is known by among the units; ASCII case aside.</summary>
    internal static ulong OutletKey(ReadOnlySpan<byte> outlet)
    {
        Span<byte> folded = stackalloc byte[Math.Min(outlet.Length, 256)];
        _ = System.Text.Ascii.ToLower(outlet[..folded.Length], folded, out _);
        return XxHash3.HashToUInt64(folded);
    }

    /// <summary>What the whole page of an article is known by, its outlet included.</summary>
    internal ulong PageOf(CountedUnit unit) => _pages[unit.Article];

    internal ReadOnlySpan<byte> TextOf(CountedUnit unit) => CollectionsMarshal.AsSpan(_text).Slice(unit.Text, unit.Length);

    internal ReadOnlySpan<byte> OutletOf(CountedUnit unit) => CollectionsMarshal.AsSpan(_text).Slice(unit.Outlet, unit.OutletLength);
}
