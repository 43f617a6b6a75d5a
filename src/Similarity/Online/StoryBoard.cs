namespace Similarity;

/// <summary>
/// Which text of a stream is in which story. A new text goes to the story that it is closest to in the mean, as average linkage would
/// have it, and may join two stories. A story that has grown is taken apart and linked again by itself. From time to time all texts
/// are (<see cref="Arrange"/>).
/// </summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="options">How stories are found.</param>
/// <param name="log">Takes what changes.</param>
/// <param name="nameOf">Names a story after the first of its texts whose name is not in use.</param>
/// <param name="isTooOld">Tells texts that lead to their story no more.</param>
internal sealed class StoryBoard(StoryOptions options, StoryLog log, Func<IReadOnlyList<int>, Func<string, bool>, string> nameOf, Func<int, bool> isTooOld)
{
    /// <summary>A story is looked at again when it has grown by this much since.</summary>
    private const double Growth = 1.25;

    private readonly Dictionary<string, OpenStory> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _apart = [];
    private OnlineTexts _texts = new(options);
    private List<OpenStory?> _storyOf = [];

    /// <summary>The stories, single texts included, in no order.</summary>
    public IReadOnlyCollection<OpenStory> Stories => _stories.Values;

    private StoryMeasure Measure => _texts.Measure;

    /// <summary>The story of a text; <see langword="null"/> of one that has left.</summary>
    public OpenStory? StoryOf(int text) => _storyOf[text];

    /// <summary>Puts the newest of <paramref name="texts"/> into a story, its own or another.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="partner">A text that it must be with; −1 for none.</param>
    public void Place(OnlineTexts texts, int partner)
    {
        _texts = texts;
        var text = _storyOf.Count;
        var alone = StoryCluster.Of(text, Measure);
        var story = partner >= 0 && _storyOf[partner] is { } told ? told : ClosestTo(alone, [text], own: null);
        _storyOf.Add(story);
        if (story is null)
        {
            _storyOf[text] = story = Open(alone);
            log.Add(StoryChangeKind.Started, story.Name, null, [text]);
        }
        else
        {
            story.Cluster = StoryCluster.Merge(story.Cluster, alone, Measure);
            log.Add(StoryChangeKind.Joined, story.Name, null, [text]);
        }
        Bridge(text);
        Check(_storyOf[text]!);
    }

    /// <summary>Puts texts into the stories that they were in.</summary>
    public void Restore(OnlineTexts texts, IReadOnlyList<string> storyOf)
    {
        _texts = texts;
        foreach (var story in storyOf.Index().GroupBy(text => text.Item, text => text.Index, StringComparer.Ordinal))
        {
            _stories.Add(story.Key, new OpenStory(story.Key, StoryCluster.Of([.. story], Measure)));
        }
        _storyOf = [.. storyOf.Select(story => _stories[story])];
    }

    /// <summary>Makes the stories of two texts one, whatever their closeness.</summary>
    public void Unite(int text, int other)
    {
        if (_storyOf[text] is { } story && _storyOf[other] is { } second && story != second) Merge(story, second);
    }

    /// <summary>The mean closeness of a text to the others of its story, of which there is at least one.</summary>
    public double MeanCloseness(int text)
    {
        var all = _storyOf[text]!.Cluster;
        var alone = StoryCluster.Of(text, Measure);
        // The mean over all texts, itself included, less its share in it.
        return ((StoryCluster.MeanCloseness(alone, all, Measure) * all.Texts.Length) - StoryCluster.MeanCloseness(alone, alone, Measure)) / (all.Texts.Length - 1);
    }

    /// <summary>Takes a text out of its story.</summary>
    public void Remove(int text)
    {
        if (_storyOf[text] is not { } story) return;
        log.Add(StoryChangeKind.Left, story.Name, null, [text]);
        _storyOf[text] = null;
        int[] left = [.. story.Cluster.Texts.Where(other => other != text)];
        if (left.Length == 0) _ = _stories.Remove(story.Name);
        else story.Cluster = StoryCluster.Of(left, Measure);
        story.TextsWhenChecked = Math.Min(story.TextsWhenChecked, left.Length);
    }

    /// <summary>Takes the texts out for which <paramref name="isKept"/> is not, and numbers the others anew.</summary>
    /// <param name="texts">Those that stay.</param>
    /// <param name="isKept">Which these are.</param>
    public void Keep(OnlineTexts texts, Func<int, bool> isKept)
    {
        var gone = _storyOf.Index().Where(text => text.Item is not null && !isKept(text.Index)).GroupBy(text => text.Item!, text => text.Index);
        foreach (var left in gone) log.Add(StoryChangeKind.Left, left.Key.Name, null, left);
        _storyOf = [.. _storyOf.Where((_, text) => isKept(text))];
        _texts = texts;
        _stories.Clear();
        foreach (var story in _storyOf.Index().GroupBy(text => text.Item!, text => text.Index))
        {
            _stories.Add(story.Key.Name, story.Key);
            story.Key.Cluster = StoryCluster.Of([.. story], Measure);
            story.Key.TextsWhenChecked = Math.Min(story.Key.TextsWhenChecked, story.Key.Cluster.Texts.Length);
        }
    }

    /// <summary>Links all texts as a run over them would.</summary>
    public void Arrange(OnlineTexts texts, CancellationToken cancellation)
    {
        _texts = texts;
        _apart.Clear();
        int[] all = [.. Enumerable.Range(0, _storyOf.Count)];
        var parts = PartsOf(all, cancellation);
        var heirs = HeirsOf(parts);
        var before = _storyOf;
        _storyOf = [.. before];
        _stories.Clear();
        foreach (var story in heirs)
        {
            if (story is not null) _stories.Add(story.Name, story);
        }
        for (var part = 0; part < parts.Count; part++)
        {
            var cluster = StoryCluster.Of(parts[part], Measure);
            var story = heirs[part] ?? Open(cluster);
            (story.Cluster, story.TextsWhenChecked) = (cluster, cluster.Texts.Length);
            foreach (var text in parts[part]) _storyOf[text] = story;
        }
        LogMoves(before);
    }

    private OpenStory Open(StoryCluster cluster)
    {
        var story = new OpenStory(nameOf(cluster.Texts, _stories.ContainsKey), cluster);
        _stories.Add(story.Name, story);
        return story;
    }

    /// <summary>The story that a cluster is closest to in the mean, if that reaches the threshold and names do not speak against it.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="through">Texts of it; the stories of those close to them are looked at.</param>
    /// <param name="own">The story that the cluster is of; <see langword="null"/> for none.</param>
    private OpenStory? ClosestTo(StoryCluster cluster, int[] through, OpenStory? own)
    {
        var best = default(OpenStory);
        var highest = options.Threshold;
        foreach (var story in Near(through).Where(story => story != own))
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
        var seen = new HashSet<OpenStory>();
        foreach (var text in texts)
        {
            foreach (var (other, closeness) in _texts.CloseTo(text))
            {
                if (closeness >= options.Threshold && other < _storyOf.Count && !isTooOld(other) && _storyOf[other] is { } story && seen.Add(story)) near.Add(story);
            }
        }
        return near;
    }

    /// <summary>Joins other stories to that of a text which is close to them.</summary>
    private void Bridge(int text)
    {
        while (_storyOf[text] is { } story && ClosestTo(story.Cluster, [text], story) is { } other) Merge(story, other);
    }

    private void Merge(OpenStory story, OpenStory other)
    {
        var (into, gone) = other.Cluster.Texts.Length > story.Cluster.Texts.Length ? (other, story) : (story, other);
        log.Add(StoryChangeKind.Merged, into.Name, gone.Name, gone.Cluster.Texts);
        foreach (var moved in gone.Cluster.Texts) _storyOf[moved] = into;
        into.Cluster = StoryCluster.Merge(into.Cluster, gone.Cluster, Measure);
        _ = _stories.Remove(gone.Name);
    }

    /// <summary>Whether names would not part again what is put together. What they kept apart once is so until it has grown.</summary>
    private bool MayBeOne(StoryCluster cluster, OpenStory story, OpenStory? own)
    {
        if (!options.SplitsByNames || Math.Min(cluster.Texts.Length, story.Cluster.Texts.Length) < NameSplit.LeastHalf) return true;
        var texts = cluster.Texts.Length + story.Cluster.Texts.Length;
        var pair = own is null ? ("", story.Name) : string.CompareOrdinal(own.Name, story.Name) < 0 ? (own.Name, story.Name) : (story.Name, own.Name);
        if (_apart.TryGetValue(pair, out var known) && texts < known * Growth && own?.Cluster == cluster) return false;
        if (!new NameSplit(Measure).PartsOf([.. cluster.Texts.Concat(story.Cluster.Texts).Order()]).Skip(1).Any()) return true;
        _apart[pair] = texts;
        return false;
    }

    /// <summary>Takes a story apart that has grown, and puts each part where it belongs.</summary>
    private void Check(OpenStory story)
    {
        var texts = story.Cluster.Texts;
        if (texts.Length < 3 || texts.Length < story.TextsWhenChecked * Growth) return;
        story.TextsWhenChecked = texts.Length;
        var parts = PartsOf([.. texts.Order()], CancellationToken.None);
        if (parts.Count == 1) return;
        var stays = parts.MaxBy(part => part.Length)!;
        story.Cluster = StoryCluster.Of(stays, Measure);
        story.TextsWhenChecked = stays.Length;
        foreach (var part in parts.Where(part => part != stays))
        {
            var cluster = StoryCluster.Of(part, Measure);
            var other = ClosestTo(cluster, part, story);
            if (other is not null) other.Cluster = StoryCluster.Merge(other.Cluster, cluster, Measure);
            else other = Open(cluster);
            foreach (var text in part) _storyOf[text] = other;
            log.Add(StoryChangeKind.Split, story.Name, other.Name, part);
        }
    }

    private List<int[]> PartsOf(int[] texts, CancellationToken cancellation)
    {
        var clusters = StoryLinkage.Cluster(Measure, texts, _texts.EdgesAmong(texts), options.Threshold, cancellation);
        var split = options.SplitsByNames ? new NameSplit(Measure) : null;
        return [.. clusters.SelectMany(cluster => split is null ? [cluster.Texts] : split.PartsOf(cluster.Texts)).OrderBy(part => part.Min())];
    }

    /// <summary>For each part the story that it carries on: of those whose texts it has, the one of which it has most; each story goes on once.</summary>
    private OpenStory?[] HeirsOf(List<int[]> parts)
    {
        var shares = parts
            .SelectMany((texts, part) => texts.Where(text => _storyOf[text] is not null).GroupBy(text => _storyOf[text]!).Select(own => (Part: part, Story: own.Key, Texts: own.Count(), First: own.Min())))
            .OrderByDescending(share => share.Texts).ThenBy(share => share.First);
        var heirs = new OpenStory?[parts.Count];
        var carried = new HashSet<OpenStory>();
        foreach (var share in shares)
        {
            if (heirs[share.Part] is null && carried.Add(share.Story)) heirs[share.Part] = share.Story;
        }
        return heirs;
    }

    /// <summary>Says of each story that texts have left where these went.</summary>
    private void LogMoves(List<OpenStory?> before)
    {
        var stories = before.Index().Where(text => text.Item is not null).GroupBy(text => text.Item!, text => text.Index);
        foreach (var texts in stories)
        {
            var moves = texts.Where(text => _storyOf[text] != texts.Key).GroupBy(text => _storyOf[text]!).ToList();
            foreach (var move in moves)
            {
                var isWhole = moves.Count == 1 && move.Count() == texts.Count();
                log.Add(isWhole ? StoryChangeKind.Merged : StoryChangeKind.Split, isWhole ? move.Key.Name : texts.Key.Name, isWhole ? texts.Key.Name : move.Key.Name, move);
            }
        }
    }
}
