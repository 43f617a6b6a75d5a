using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Similarity;

/// <summary>
/// Learns what each outlet repeats: lines and sentences that several of its articles have, of several days. Frequency alone
/// cannot tell a template from a big story; so the days protect a story that an outlet ran again, and what many outlets carry
/// is furniture of one only if that one has it more often than there are outlets.
/// </summary>
/// <remarks>
/// Not thread-safe; articles are added in input order. Memory is bounded but for what recurs: of a unit that has been seen
/// once only a few bits are kept, and forgotten as others come.
/// </remarks>
public sealed class FurnitureLearner
{
    /// <summary>Of outlets that carry a unit, fewer are no evidence that it is news.</summary>
    private const int ManyOutlets = 4;

    /// <summary>So many articles of unknown day stand for several days.</summary>
    private const int ManyUndated = 5;

    private const int UnitsATime = 64;
    private const int ArticleBits = 12;
    private const int OutletBits = 32;

    private readonly FurnitureOptions _options;
    private readonly RecentKeys _firstSeen = new();
    private readonly RecentKeys _outletsOf = new();
    private readonly RecentKeys _pages = new();
    private readonly Dictionary<ulong, Recurrence> _recurring = [];
    private readonly Dictionary<ulong, ulong> _unitOf = [];
    private int _articles;

    // Of the batch: the article that is being counted, and whether its page was seen before.
    private int _article;
    private bool _isRepeated;

    /// <summary>Knows nothing yet.</summary>
    public FurnitureLearner(FurnitureOptions? options = null) => _options = options ?? new FurnitureOptions();

    /// <summary>Counts the units of the articles of <paramref name="batch"/>, which come after all that were added before.</summary>
    public void Add(UnitBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var units = batch.Units;
        _article = -1;
        for (var first = 0; first < units.Length; first += UnitsATime)
        {
            var some = units[first..Math.Min(first + UnitsATime, units.Length)];
            Touch(some);
            Count(batch, some);
        }
    }

    /// <summary>Of the keys of many units, most are not in the cache; they are waited for together.</summary>
    private void Touch(ReadOnlySpan<CountedUnit> units)
    {
        foreach (var unit in units)
        {
            _outletsOf.Touch(unit.Hash.Exact);
            _firstSeen.Touch(LearntFurniture.KeyOf(unit.OutletKey, unit.Hash.Exact));
            if (unit.Hash.Skeleton != 0) _firstSeen.Touch(LearntFurniture.KeyOf(unit.OutletKey, unit.Hash.Skeleton));
        }
    }

    private void Count(UnitBatch batch, ReadOnlySpan<CountedUnit> units)
    {
        foreach (var unit in units)
        {
            if (unit.Article != _article)
            {
                _articles++;
                _article = unit.Article;
                // The same page again, crawled twice or sent out again, says nothing of what others have in common.
                _ = _pages.Get(batch.PageOf(unit), 1, out var isNew);
                _isRepeated = !isNew;
            }
            if (_isRepeated) continue;
            NoteOutlet(unit);
            Count(batch, unit, unit.Hash.Exact, isPattern: false);
            if (unit.Hash.Skeleton != 0) Count(batch, unit, unit.Hash.Skeleton, isPattern: true);
        }
    }

    /// <summary>What has been learnt so far, added to what was known before.</summary>
    public LearntFurniture Learnt()
    {
        var lines = new List<LearntLine>();
        foreach (var (key, seen) in _recurring)
        {
            if (seen.Line is not { } line || IsNews(_unitOf[key], seen)) continue;
            lines.Add(line with { Articles = seen.Articles, Days = seen.Days, LastSeen = seen.LastDay == 0 ? null : DateOnly.FromDayNumber(seen.LastDay) });
        }
        return _options.Known.With(lines);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteOutlet(CountedUnit unit)
    {
        var outlet = 1u << (int)(unit.OutletKey % OutletBits);
        var before = _outletsOf.Get(unit.Hash.Exact, outlet, out var isNew);
        if (!isNew && (before & outlet) == 0) _outletsOf.Set(unit.Hash.Exact, before | outlet);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(UnitBatch batch, CountedUnit unit, ulong hash, bool isPattern)
    {
        var key = LearntFurniture.KeyOf(unit.OutletKey, hash);
        var now = ((uint)unit.Day << ArticleBits) | ((uint)_articles & ((1 << ArticleBits) - 1));
        var first = _firstSeen.Get(key, now, out var isNew);
        if (isNew || first == now) return;
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_recurring, key, out var isKnown);
        if (!isKnown)
        {
            seen.LastArticle = -1;
            seen.Count(0, (int)(first >> ArticleBits));
            _unitOf[key] = unit.Hash.Exact;
        }
        seen.Count(_articles, unit.Day);
        if (seen.Line is null && IsRepeated(seen))
        {
            seen.Line = new LearntLine(Encoding.UTF8.GetString(batch.OutletOf(unit)), Encoding.UTF8.GetString(batch.TextOf(unit)), isPattern, 0, 0, null);
        }
    }

    private bool IsRepeated(in Recurrence seen) =>
        seen.Articles >= _options.LeastArticles && (seen.Days >= _options.LeastDays || seen.Undated >= Math.Max(_options.LeastArticles, ManyUndated));

    private bool IsNews(ulong unit, in Recurrence seen)
    {
        var outlets = BitOperations.PopCount(_outletsOf.Find(unit));
        return outlets >= ManyOutlets && seen.Articles <= outlets;
    }
}
