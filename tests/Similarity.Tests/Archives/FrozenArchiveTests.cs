using System.Text;

namespace Similarity.Tests;

/// <summary>
/// An archive that was written when the format was new, of the first sixteen articles of the sample. Where one of these fails because the measure was changed on
/// purpose, archives in the world are read differently, too: raise <see cref="StoryArchive.Format"/> and freeze a new one.
/// </summary>
public sealed class FrozenArchiveTests
{
    private static readonly byte[] Bytes = File.ReadAllBytes(Path.Combine(SharedData.Repository, "tests", "Similarity.Tests", "Archives", "format-1.evidence"));

    [Fact]
    public void It_is_read_as_it_was_written()
    {
        var (read, attachment) = StoryArchive.Read(new MemoryStream(Bytes));
        Assert.StartsWith("{\"summary\":{\"version\":", Encoding.UTF8.GetString(attachment), StringComparison.Ordinal);
        Assert.Equal(0.05, read.Options.Threshold);
        Assert.Equal(["s-02b04a822b3c6b8c 7", "s-bdc3360f726938be 6", "s-8eb2de85b83b2dd7 2"], read.Stories.Select(story => $"{story.Id} {story.Articles.Count}"));
        Assert.Equal(["tarn", "dam", "corran", "millbreck", "metre", "harlow", "embankment", "valley"], read.Stories[0].Terms);
        var written = new MemoryStream();
        StoryArchive.Write(read, written, attachment);
        Assert.Equal(Bytes, written.ToArray());
    }

    [Fact]
    public void Another_threshold_gives_what_it_gave_then()
    {
        var stories = StoryArchive.Read(new MemoryStream(Bytes), threshold: 0.2).Result;
        Assert.Equal(["s-02b04a822b3c6b8c 5", "s-4762eda2786b4ef8 4", "s-8eb2de85b83b2dd7 2"], stories.Stories.Select(story => $"{story.Id} {story.Articles.Count}"));
        var evidence = stories.EvidenceOf(Enumerable.Range(0, stories.Articles.Count).Single(article => stories.Articles.IdOf(article) == "northwire-0225-31"))!;
        Assert.Equal("eastmoor-chronicle-2291", stories.Articles.IdOf(evidence.Other));
        Assert.Equal((0.2694, 0.4414, 0.172), (Math.Round(evidence.Closeness, 4), Math.Round(evidence.Cosine, 4), Math.Round(evidence.Level, 4)));
    }
}
