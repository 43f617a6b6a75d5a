namespace Similarity;

/// <summary>Why a part of a page counts as furniture.</summary>
public enum FurnitureReason
{
    /// <summary>It repeats the headline.</summary>
    Title,

    /// <summary>The same line stands before it in the article.</summary>
    Repeated,

    /// <summary>It is one of the phrases that pages put around articles, such as "Share this story".</summary>
    Phrase,

    /// <summary>A line that only says when the article was published or changed.</summary>
    Date,

    /// <summary>A line of a few words at the very top or the very end that is no sentence, or a row of titles anywhere.</summary>
    Label,

    /// <summary>Its outlet puts it on many pages, and others do not.</summary>
    Learnt,
}
