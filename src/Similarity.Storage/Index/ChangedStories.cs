namespace Similarity.Storage;

/// <summary>What a transaction does to stories: the texts that it has added or grouped anew are put into theirs before it is written.</summary>
internal sealed class ChangedStories(IndexState state, IndexRows rows, GroupChanges changes)
{
    private readonly Dictionary<int, TextTerms> _terms = [];

    /// <summary>Remembers the terms of a text that the transaction has added.</summary>
    public void Know(int text, TextTerms? terms)
    {
        if (terms is not null) _terms[text] = terms;
    }

    /// <summary>Puts the texts into stories.</summary>
    public void Place() => state.Stories?.Place(rows, Texts, TermsOf, changes);

    /// <summary>Puts the texts into stories of the transaction alone, which must not be committed.</summary>
    public void Ask() => state.AskedStories?.Ask(rows, Texts, TermsOf, changes);

    /// <summary>Arranges all stories anew.</summary>
    public void Arrange(CancellationToken cancellation) => state.Stories?.Arrange(rows, changes, cancellation);

    private int[] Texts => [.. rows.WrittenTexts.Select(text => text.Key).Union(changes.Noted).Order()];

    /// <summary>The terms of a text: those of the article that brought it just now, or read again.</summary>
    private TextTerms TermsOf(StoredText text)
    {
        if (_terms.TryGetValue(text.Number, out var known)) return known;
        var buffer = new ArticleBuffer();
        ArticleRecord.OfThread.Read(rows.Article(text.Article) ?? throw new InvalidDataException($"The index is damaged: article {text.Article} of a text is missing."), buffer);
        var preparation = state.TakePreparation();
        var terms = preparation.TermsOf(buffer, text)!;
        state.Return(preparation);
        return terms;
    }
}
