using System.Collections.Concurrent;
using System.Text;

namespace Similarity.Storage;

/// <summary>An open index: its store, what of it is in memory, and those who compute.</summary>
internal sealed class IndexState
{
    private readonly ConcurrentBag<TextPlacer> _placers = [];
    private readonly ConcurrentBag<ArticlePreparation> _preparations = [];
    private readonly ConcurrentDictionary<int, uint> _places = [];
    private readonly Lazy<Task<IndexStories>>? _stories;

    private IndexState(IIndexStore store, ArticleIndexOptions options, DeduplicationOptions deduplication, IndexCounters counters)
    {
        (Store, Options, Counters) = (store, options, counters);
        Keys = new KeySpace(counters.Generation);
        var bands = BandLayout.Choose(deduplication.Features.Permutations, deduplication.Rules.Reprint, deduplication.MissCost);
        Rules = new GroupingRules(deduplication, bands, outlet => _places.GetValueOrDefault(outlet, uint.MaxValue));
        Cache = new TextCache(options.TextCacheBytes);
        if (options.Stories is { } stories) _stories = new(() => Task.Run(() => IndexStories.Open(BeginRows(), stories with { Features = Rules.Options.Features, Stories = stories.Stories with { Threads = options.Threads } })));
        Postings = PostingIndex.Open(store, Keys, options.RecentTexts, options.FilterBytes, options.BlockCacheBytes);
        if (deduplication.Keep == KeepOrder.Outlets) FindPlaces();
    }

    public IIndexStore Store { get; }

    public ArticleIndexOptions Options { get; }

    public KeySpace Keys { get; }

    public GroupingRules Rules { get; }

    public TextCache Cache { get; }

    public PostingIndex Postings { get; }

    /// <summary>
    /// The stories; <see langword="null"/> where none are found, or none may be changed. They are taken up while questions are answered already; whoever
    /// changes something waits for them, so that nothing has changed by then.
    /// </summary>
    public IndexStories? Stories => Options.IsReadOnly ? null : AskedStories;

    /// <summary>
    /// The stories that may be asked about; <see langword="null"/> where none are found. Whoever asks waits until they are taken up, too: of an index that is
    /// only read, that begins when somebody asks.
    /// </summary>
    public IndexStories? AskedStories => _stories?.Value.GetAwaiter().GetResult();

    /// <summary>The counters that were committed last.</summary>
    public IndexCounters Counters { get; set; }

    /// <summary>Opens the index of a store; makes it where the store is empty.</summary>
    public static IndexState Open(IIndexStore store, ArticleIndexOptions options)
    {
        var header = store.Read(KeySpace.Header);
        if (header is null)
        {
            if (options.IsReadOnly) throw new IOException("There is no index here.");
            Create(store, options.Deduplication ?? new DeduplicationOptions(), options.Stories);
            header = store.Read(KeySpace.Header)!;
        }
        var deduplication = IndexHeader.Read(header, options.Deduplication, PhraseRow.FromBytes(store.Read(KeySpace.Phrases) ?? [])) with { Threads = options.Threads };
        options = StoryHeader.Settle(store, header, options);
        var counters = IndexCounters.FromBytes(store.Read(KeySpace.Counters) ?? throw Missing("counters"));
        var furniture = LearntFurniture.Parse(Encoding.UTF8.GetString(store.Read(KeySpace.Furniture) ?? throw Missing("furniture")));
        var state = new IndexState(store, options, deduplication.Knowing(furniture), counters);
        if (!options.IsReadOnly)
        {
            state.Postings.DeleteUnlisted();
            state.DeleteOtherGenerations();
            if (options.TakesUpStories) state.TakeUpStories();
        }
        return state;

        static InvalidDataException Missing(string what) => new($"The index is damaged: its {what} are missing.");
    }

    /// <summary>The state in which everything is computed anew with other furniture: empty, beside this one.</summary>
    public IndexState NextGeneration(LearntFurniture furniture)
    {
        var generation = (byte)(Counters.Generation + 1);
        Delete(new KeySpace(generation));
        var next = new IndexState(Store, Options, Rules.Options.Knowing(furniture), Counters with { Generation = generation, Texts = 0 });
        next.TakeUpStories();
        // There are none, so that this takes no time, and whoever gives up the new state leaves nobody reading.
        next.Close();
        return next;
    }

    /// <summary>Deletes what is left of computations of everything that are not in use: cut short, or replaced.</summary>
    public void DeleteOtherGenerations()
    {
        Delete(new KeySpace((byte)(Counters.Generation + 1)));
        Delete(new KeySpace((byte)(Counters.Generation - 1)));
    }

    /// <summary>What the store holds now, for a transaction of whoever writes.</summary>
    public IndexRows BeginRows() => new(new StoreTransaction(Store), Keys, Cache, Cache.Version);

    /// <summary>Waits until nothing reads the store any more. Whether that failed is told to whoever writes.</summary>
    public void Close()
    {
        if (_stories is { IsValueCreated: true }) _stories.Value.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }

    public TextPlacer TakePlacer() => _placers.TryTake(out var placer) ? placer : new TextPlacer(Rules);

    public void Return(TextPlacer placer)
    {
        // Each remembers texts; more than run at a time are not needed.
        if (_placers.Count <= Environment.ProcessorCount) _placers.Add(placer);
    }

    public ArticlePreparation TakePreparation() => _preparations.TryTake(out var preparation) ? preparation : new ArticlePreparation(Rules, readsTerms: _stories is not null);

    public void Return(ArticlePreparation preparation) => _preparations.Add(preparation);

    /// <summary>Notes the number of an outlet, which may be one of those that are preferred.</summary>
    public void NoteOutlet(string name, int number)
    {
        if (PlaceOf(name) is var place and >= 0) _places[number] = (uint)place;
    }

    /// <summary>A number of an outlet that has none yet, for a question: no outlet has it, and it has the place of this one.</summary>
    public int NumberOfAsked(string name)
    {
        if (PlaceOf(name) is not (var place and >= 0)) return int.MaxValue;
        var number = int.MaxValue - 1 - place;
        _places[number] = (uint)place;
        return number;
    }

    /// <summary>The place of an outlet among those that are preferred; −1 for none.</summary>
    private int PlaceOf(string name) => Rules.Options.PreferredOutlets.Index().Where(outlet => string.Equals(outlet.Item, name, StringComparison.OrdinalIgnoreCase)).Select(outlet => outlet.Index).FirstOrDefault(-1);

    private void TakeUpStories() => _ = _stories?.Value;

    private void Delete(KeySpace keys)
    {
        foreach (var some in keys.EverythingDerived.SelectMany(range => Store.Scan(range.From, range.Before)).Select(entry => entry.Key).Append(keys.Segments).Chunk(10_000))
        {
            var batch = new StoreBatch();
            foreach (var key in some) batch.Delete(key);
            Store.Write(batch, durable: false);
        }
    }

    private static void Create(IIndexStore store, DeduplicationOptions options, OnlineStoryOptions? stories)
    {
        var batch = new StoreBatch();
        batch.Put(KeySpace.Header, StoryHeader.Add(IndexHeader.Create(options), stories));
        batch.Put(KeySpace.Counters, new IndexCounters().ToBytes(new ByteWriter()));
        batch.Put(KeySpace.Furniture, Encoding.UTF8.GetBytes(options.Features.Furniture.Known.ToText()));
        batch.Put(KeySpace.Phrases, PhraseRow.ToBytes(options.Features.Furniture.Phrases));
        batch.Put(KeySpace.GivenFurniture, Encoding.UTF8.GetBytes(options.Features.Furniture.Known.ToText()));
        store.Write(batch, durable: true);
    }

    private void FindPlaces()
    {
        var (from, before) = KeySpace.Outlets;
        foreach (var entry in Store.Scan(from, before)) NoteOutlet(KeySpace.OutletOf(entry.Key), BitConverter.ToInt32(entry.Value));
    }
}
