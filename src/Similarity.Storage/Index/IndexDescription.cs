namespace Similarity.Storage;

/// <summary>What an index holds and was made with, for whoever looks after it. Finding it out reads all articles.</summary>
/// <param name="Statistics">How large it is.</param>
/// <param name="Groups">Text groups: texts, or articles of one text, that are not alone.</param>
/// <param name="Stories">Stories, those of one text included.</param>
/// <param name="SharedStories">Stories of several texts.</param>
/// <param name="Published">When its articles were published; <see langword="null"/> where no article says so.</param>
/// <param name="Added">When they were added; <see langword="null"/> where there are none.</param>
/// <param name="FirstEvent">Number of the oldest event that is kept; 0 where none is.</param>
/// <param name="Bytes">About how many bytes on disk each kind of what is kept takes, by its name; empty of an index in memory.</param>
/// <param name="MadeWith">The options that it decides by and the versions of its format and hashes, by name, each as JSON.</param>
public sealed record IndexDescription(
    IndexStatistics Statistics,
    int Groups,
    int Stories,
    int SharedStories,
    TimeRange? Published,
    TimeRange? Added,
    long FirstEvent,
    IReadOnlyList<KeyValuePair<string, long>> Bytes,
    IReadOnlyList<KeyValuePair<string, string>> MadeWith);
