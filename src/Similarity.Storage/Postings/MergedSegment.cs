namespace Similarity.Storage;

/// <summary>A segment that was made of others.</summary>
/// <param name="Sources">Those, which follow each other.</param>
/// <param name="Segment">What they became.</param>
/// <param name="Gone">Keys of the texts whose postings were left out, which need not be remembered as gone any more.</param>
internal sealed record MergedSegment(PostingSegment[] Sources, PostingSegment Segment, byte[][] Gone);
