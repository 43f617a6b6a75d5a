namespace Similarity;

/// <summary>
/// Which text of a stream is in which story. A new text goes to the story that it is closest to in the mean, as average linkage would
/// have it, and may join two stories. A story that has grown is taken apart and linked again by itself. From time to time all texts
/// are (<see cref="Arrange"/>).
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class StoryBoard
{
    /// <summary>A story is looked at again when it has grown by this much since.</summary>
    private const double Growth = 1.25;

    /// <summary>The sums of a story are made anew when this part of its texts has been taken off them.</summary>
    private const int PartTaken = 4;

    /// <summary>Pairs of stories that names keep apart, which are remembered.</summary>
    private const int MostApart = 1 << 16;

    private readonly StoryOptions _options;
    private readonly StoryLog _log;
    private readonly Func<IReadOnlyList<int>, Func<string, bool>, string> _nameOf;
    private readonly Func<int, bool> _isTooOld;
    private readonly OpenStories _stories;
    private readonly LayeredMap<(int, int), int> _apart;
    private OnlineTexts _texts;

    /// <summary>No stories.</summary>
    /// <param name="options">How stories are found.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="log">Takes what changes.</param>
    /// <param name="nameOf">Names a story after the first of its texts whose name is not in use.</param>
    /// <param name="isTooOld">Tells texts that lead to their story no more.</param>
    /// <param name="under">Stories over which these are a layer; <see langword="null"/> for none.</param>
    public StoryBoard(
        StoryOptions options, OnlineTexts texts, StoryLog log, Func<IReadOnlyList<int>, Func<string, bool>, string> nameOf, Func<int, bool> isTooOld, StoryBoard? under = null)
    {
        (_options, _texts, _log, _nameOf, _isTooOld) = (options, texts, log, nameOf, isTooOld);
        (_stories, _apart) = (under is null ? new OpenStories() : new OpenStories(under._stories), new(under?._apart));
    }

    /// <summary>How many stories there are, single texts included.</summary>
    public int Count => _stories.Count;

    private StoryMeasure Measure => _texts.Measure;

    /// <summary>The story of a text; <see langword="null"/> of one that has left.</summary>
    public OpenStory? StoryOf(int text) => _stories.Of(text);

    /// <summary>Puts the newest text into a story, its own or another.</summary>
    /// <param name="partner">A text that it must be with; −1 for none.</param>
    public void Place(int partner)
    {
        var text = _stories.Texts;
        var alone = StoryCluster.Of(text, Measure);
        var story = partner >= 0 && StoryOf(partner) is { } told ? told : ClosestTo(alone, [text], own: null);
        _stories.AddText();
        if (story is null)
        {
            story = Open(alone);
            _log.Add(StoryChangeKind.Started, story.Name, null, [text]);
        }
        else
        {
            _stories.Keep(story = story.With(StoryCluster.Merge(story.Cluster, alone, Measure)));
            _log.Add(StoryChangeKind.Joined, story.Name, null, [text]);
        }
        _stories.Put(text, story);
        Bridge(text);
        Check(StoryOf(text)!);
    }

    /// <summary>Puts texts into the stories that they were in.</summary>
    public void Restore(IReadOnlyList<string> storyOf)
    {
        foreach (var _ in storyOf) _stories.AddText();
        foreach (var texts in storyOf.Index().GroupBy(text => text.Item, text => text.Index, StringComparer.Ordinal))
        {
            var story = _stories.Open(texts.Key, StoryCluster.Of([.. texts], Measure));
            foreach (var text in texts) _stories.Put(text, story);
        }
    }

    /// <summary>Makes the stories of two texts one, whatever their closeness.</summary>
    public void Unite(int text, int other)
    {
        if (StoryOf(text) is { } story && StoryOf(other) is { } second && story.Number != second.Number) Merge(story, second);
    }

    /// <summary>The mean closeness of a text to the others of its story, of which there is at least one.</summary>
    public double MeanCloseness(int text)
    {
        var all = StoryOf(text)!.Cluster;
        var alone = StoryCluster.Of(text, Measure);
        // The mean over all texts, itself included, less its share in it.
        return ((StoryCluster.MeanCloseness(alone, all, Measure) * all.Texts.Length) - StoryCluster.MeanCloseness(alone, alone, Measure)) / (all.Texts.Length - 1);
    }

    /// <summary>Takes a text out of its story, which is still there.</summary>
    public void Remove(int text)
    {
        if (StoryOf(text) is not { } story) return;
        _log.Add(StoryChangeKind.Left, story.Name, null, [text]);
        _stories.Put(text, null);
        var left = story.Cluster.Texts.Length - 1;
        if (left == 0) _stories.End(story);
        else _stories.Keep(Without(text, story) with { TextsWhenChecked = Math.Min(story.TextsWhenChecked, left) });
    }

    /// <summary>Lets the memory of texts before a number go, which have left, and of what is remembered beyond measure.</summary>
    public void DropBefore(int text)
    {
        _stories.DropBefore(text);
        if (_apart.Count >= MostApart) _apart.Clear();
    }

    /// <summary>Forgets what a layer holds.</summary>
    public void Clear()
    {
        _stories.Clear();
        _apart.Clear();
    }

    /// <summary>Takes the texts over that are left, in their order, with numbers from 0 on.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="before">The number that each had.</param>
    public void Renumber(OnlineTexts texts, IReadOnlyList<int> before)
    {
        _texts = texts;
        var stories = before.Select(text => StoryOf(text)!).ToList();
        _stories.Clear();
        foreach (var _ in stories) _stories.AddText();
        foreach (var left in stories.Index().GroupBy(text => text.Item, text => text.Index))
        {
            var story = left.Key with { Cluster = StoryCluster.Of([.. left], Measure), Taken = 0 };
            _stories.Keep(story);
            foreach (var text in left) _stories.Put(text, story);
        }
    }

    /// <summary>Links all texts as a run over them would; there are none but those from 0 on.</summary>
    public void Arrange(CancellationToken cancellation)
    {
        _apart.Clear();
        int[] all = [.. Enumerable.Range(0, _stories.Texts)];
        var parts = PartsOf(all, cancellation);
        OpenStory?[] before = [.. all.Select(StoryOf)];
        var heirs = HeirsOf(parts);
        foreach (var story in before.OfType<OpenStory>().DistinctBy(story => story.Number)) _stories.End(story);
        foreach (var story in heirs.OfType<OpenStory>()) _stories.Keep(story);
        for (var part = 0; part < parts.Count; part++)
        {
            var cluster = StoryCluster.Of(parts[part], Measure);
            var story = heirs[part] is { } heir ? heir.Checked(cluster) : Open(cluster);
            _stories.Keep(story);
            foreach (var text in parts[part]) _stories.Put(text, story);
        }
        LogMoves(before);
    }

    private OpenStory Open(StoryCluster cluster)
    {
        return _stories.Open(_nameOf(cluster.Texts, _stories.HasName), cluster);
    }

    /// <summary>A story of several texts without one of them.</summary>
    private OpenStory Without(int text, OpenStory story) => (story.Taken + 1) * PartTaken > story.Cluster.Texts.Length
        ? story with { Cluster = StoryCluster.Of([.. story.Cluster.Texts.Where(other => other != text)], Measure), Taken = 0 }
        : story with { Cluster = story.Cluster.Without(text, Measure), Taken = story.Taken + 1 };

    /// <summary>The story that a cluster is closest to in the mean, if that reaches the threshold and names do not speak against it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="through">Texts of it; the stories of those close to them are looked at.</param>
    /// <param name="own">The story that the cluster is of; <see langword="null"/> for none.</param>
    private OpenStory? ClosestTo(StoryCluster cluster, int[] through, OpenStory? own)
    {
        var best = default(OpenStory);
        var highest = _options.Threshold;
        foreach (var story in Near(through).Where(story => story.Number != own?.Number))
        {
            var mean = StoryCluster.MeanCloseness(cluster, story.Cluster, Measure);
            if (mean < highest || (best is not null && mean == highest) || !MayBeOne(cluster, story, own)) continue;
            (best, highest) = (story, mean);
        }
        return best;
    }

    /// <summary>The stories that have a text close to one of some, by their first such text.</summary>
    private List<OpenStory> Near(int[] texts)
    {
        var near = new List<OpenStory>();
        var seen = new HashSet<int>();
        foreach (var text in texts)
        {
            foreach (var (other, closeness) in _texts.CloseTo(text))
            {
                if (closeness >= _options.Threshold && other < _stories.Texts && !_isTooOld(other) && StoryOf(other) is { } story && seen.Add(story.Number)) near.Add(story);
            }
        }
        return near;
    }

    /// <summary>Joins other stories to that of a text which is close to them.</summary>
    private void Bridge(int text)
    {
        while (StoryOf(text) is { } story && ClosestTo(story.Cluster, [text], story) is { } other) Merge(story, other);
    }

    private void Merge(OpenStory story, OpenStory other)
    {
        var (into, gone) = other.Cluster.Texts.Length > story.Cluster.Texts.Length ? (other, story) : (story, other);
        _log.Add(StoryChangeKind.Merged, into.Name, gone.Name, gone.Cluster.Texts);
        foreach (var moved in gone.Cluster.Texts) _stories.Put(moved, into);
        _stories.Keep(into with { Cluster = StoryCluster.Merge(into.Cluster, gone.Cluster, Measure), Taken = into.Taken + gone.Taken });
        _stories.End(gone);
    }

    /// <summary>Whether names would not part again what is put together. What they kept apart once is so until it has grown.</summary>
    private bool MayBeOne(StoryCluster cluster, OpenStory story, OpenStory? own)
    {
        if (!_options.SplitsByNames || Math.Min(cluster.Texts.Length, story.Cluster.Texts.Length) < NameSplit.LeastHalf) return true;
        var texts = cluster.Texts.Length + story.Cluster.Texts.Length;
        var pair = own is null ? (-1, story.Number) : (Math.Min(own.Number, story.Number), Math.Max(own.Number, story.Number));
        if (_apart.TryGetValue(pair, out var known) && texts < known * Growth && own?.Cluster == cluster) return false;
        if (!new NameSplit(Measure).PartsOf([.. cluster.Texts.Concat(story.Cluster.Texts).Order()]).Skip(1).Any()) return true;
        _apart.Set(pair, texts);
        return false;
    }

    /// <summary>Takes a story apart that has grown, and puts each part where it belongs.</summary>
    private void Check(OpenStory story)
    {
        var texts = story.Cluster.Texts;
        if (texts.Length < 3 || texts.Length < story.TextsWhenChecked * Growth) return;
        var parts = PartsOf([.. texts.Order()], CancellationToken.None);
        if (parts.Count == 1)
        {
            _stories.Keep(story with { TextsWhenChecked = texts.Length });
            return;
        }
        var stays = parts.MaxBy(part => part.Length)!;
        _stories.Keep(story = story.Checked(StoryCluster.Of(stays, Measure)));
        foreach (var part in parts.Where(part => part != stays))
        {
            var cluster = StoryCluster.Of(part, Measure);
            var other = ClosestTo(cluster, part, story);
            if (other is not null) _stories.Keep(other.With(StoryCluster.Merge(other.Cluster, cluster, Measure)));
            else other = Open(cluster);
            foreach (var text in part) _stories.Put(text, other);
            _log.Add(StoryChangeKind.Split, story.Name, other.Name, part);
        }
    }

    private List<int[]> PartsOf(int[] texts, CancellationToken cancellation)
    {
        var clusters = StoryLinkage.Cluster(Measure, texts, _texts.EdgesAmong(texts), _options.Threshold, cancellation);
        var split = _options.SplitsByNames ? new NameSplit(Measure) : null;
        return [.. clusters.SelectMany(cluster => split is null ? [cluster.Texts] : split.PartsOf(cluster.Texts)).OrderBy(part => part.Min())];
    }

    /// <summary>For each part the story that it carries on: of those whose texts it has, the one of which it has most; each story goes on once.</summary>
    private OpenStory?[] HeirsOf(List<int[]> parts)
    {
        var shares = parts
            .SelectMany((texts, part) => texts.Where(text => StoryOf(text) is not null).GroupBy(text => StoryOf(text)!).Select(own => (Part: part, Story: own.Key, Texts: own.Count(), First: own.Min())))
            .OrderByDescending(share => share.Texts).ThenBy(share => share.First);
        var heirs = new OpenStory?[parts.Count];
        var carried = new HashSet<int>();
        foreach (var share in shares)
        {
            if (heirs[share.Part] is null && carried.Add(share.Story.Number)) heirs[share.Part] = share.Story;
        }
        return heirs;
    }

    /// <summary>Says of each story that texts have left where these went.</summary>
    private void LogMoves(OpenStory?[] before)
    {
        var stories = before.Index().Where(text => text.Item is not null).GroupBy(text => text.Item!, text => text.Index);
        foreach (var texts in stories)
        {
            var moves = texts.Where(text => StoryOf(text)!.Number != texts.Key.Number).GroupBy(text => StoryOf(text)!).ToList();
            foreach (var move in moves)
            {
                var isWhole = moves.Count == 1 && move.Count() == texts.Count();
                _log.Add(isWhole ? StoryChangeKind.Merged : StoryChangeKind.Split, isWhole ? move.Key.Name : texts.Key.Name, isWhole ? texts.Key.Name : move.Key.Name, move);
            }
        }
    }
}
