namespace Similarity;

/// <summary>Where in an article a form may stand.</summary>
[Flags]
internal enum CreditZone
{
    None = 0,

    /// <summary>The first bytes of the body: furniture, byline, dateline, opening sentence.</summary>
    Head = 1,

    /// <summary>The last bytes of the body.</summary>
    Tail = 2,

    /// <summary>The title.</summary>
    Title = 4,

    /// <summary>The first lines of the body, where authors stand; further down, the same words attribute a quotation.</summary>
    Top = 8,
}
