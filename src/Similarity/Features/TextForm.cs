namespace Similarity;

/// <summary>How a text is compared.</summary>
public enum TextForm
{
    /// <summary>Neither title nor body holds a word: there is nothing to compare.</summary>
    Empty,

    /// <summary>A headline or a very short body: title and body together, by short shingles, with other short texts only.</summary>
    Brief,

    /// <summary>An ordinary article: its body.</summary>
    Full,

    /// <summary>
    /// A page of a series that its outlet fills in anew each time, such as weather, tables and notices: only an identical page
    /// is a copy of it.
    /// </summary>
    Template,
}
