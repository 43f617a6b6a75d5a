namespace Similarity;

/// <summary>The stories of a stream, and which text is in which. Over others as a layer they hold what differs.</summary>
/// <remarks>Not thread-safe; layers over one may be used at the same time while that does not change.</remarks>
internal sealed class OpenStories
{
    private const int None = -1;

    private readonly OpenStories? _under;
    private readonly LayeredMap<int, OpenStory> _stories;
    private readonly LayeredMap<string, int> _numbers;
    private readonly LayeredList<int> _storyOf;
    private int _opened;

    /// <summary>No stories.</summary>
    public OpenStories() => (_stories, _numbers, _storyOf) = (new(), new(null, StringComparer.Ordinal), new());

    /// <summary>A layer over others.</summary>
    public OpenStories(OpenStories under)
    {
        (_under, _stories, _numbers, _storyOf) = (under, new(under._stories), new(under._numbers, StringComparer.Ordinal), new(under._storyOf));
        _opened = under._opened;
    }

    /// <summary>How many there are.</summary>
    public int Count => _stories.Count;

    /// <summary>The number after that of the last text.</summary>
    public int Texts => _storyOf.Count;

    /// <summary>The story of a text; <see langword="null"/> of one that is in none.</summary>
    public OpenStory? Of(int text) => _storyOf[text] is var number and not None && _stories.TryGetValue(number, out var story) ? story : null;

    /// <summary>Whether a story has a name.</summary>
    public bool HasName(string name) => _numbers.TryGetValue(name, out _);

    /// <summary>Begins a story.</summary>
    public OpenStory Open(string name, StoryCluster cluster)
    {
        var story = new OpenStory(_opened++, name, cluster);
        Keep(story);
        return story;
    }

    /// <summary>Puts a story in the place of what it was.</summary>
    public void Keep(OpenStory story)
    {
        _stories.Set(story.Number, story);
        _numbers.Set(story.Name, story.Number);
    }

    /// <summary>Ends a story. Its texts have to be put elsewhere.</summary>
    public void End(OpenStory story)
    {
        _ = _stories.Remove(story.Number);
        _ = _numbers.Remove(story.Name);
    }

    /// <summary>Adds the next text, which is in no story yet.</summary>
    public void AddText() => _storyOf.Add(None);

    /// <summary>Puts a text into a story; <see langword="null"/> for none.</summary>
    public void Put(int text, OpenStory? story) => _storyOf[text] = story?.Number ?? None;

    /// <summary>Lets the memory of texts before a number go, which are in no story.</summary>
    public void DropBefore(int text) => _storyOf.DropBefore(text);

    /// <summary>Forgets all stories, and what a layer holds. Numbers go on.</summary>
    public void Clear()
    {
        _stories.Clear();
        _numbers.Clear();
        _storyOf.Clear();
        if (_under is not null) _opened = _under._opened;
    }
}
