namespace Similarity;

/// <summary>
/// Measures the exact overlap of two texts by reading them again. Keeps the texts read last, because candidates
/// come sorted: the preferred text of a group stays the same over many pairs.
/// </summary>
/// <remarks>Not thread-safe: one verifier a thread. Memory is bounded, whatever the texts; warm, it allocates nothing.</remarks>
internal sealed class PairVerifier(IArticleFeatures table, IArticleTexts texts, FeatureOptions options, MeasuredPairs? measured = null)
{
    /// <summary>
    /// Texts kept: one a slot, by the article's index. Few, because what comes up again does so soon, and what lives long
    /// costs the collector more than reading it again.
    /// </summary>
    private const int Slots = 1 << 8;

    /// <summary>Words that the kept texts have room for together, some forty bytes each; beyond it all are dropped.</summary>
    private const int Budget = 1 << 20;

    private readonly (int Article, PreparedText? Text)[] _kept = new (int, PreparedText?)[Slots];
    private readonly ArticleBuffer _buffer = new();
    private readonly ComparedText _text = new(options);
    private readonly PassageAligner _aligner = new();
    private long _room;

    /// <summary>The overlap of two articles, A and B, given by index. A is the one that comes up again.</summary>
    public Overlap Measure(int a, int b)
    {
        if (measured?.Find(a, b) is { } known) return known;
        var textA = TextOf(a);
        // Two articles of the same slot must not share the text.
        var textB = ((a ^ b) & (Slots - 1)) == 0 && a != b ? Read(b, new PreparedText()) : TextOf(b);
        var overlap = textB.OverlapWith(textA, _aligner).Reversed();
        measured?.Add(a, b, overlap);
        return overlap;
    }

    private PreparedText TextOf(int article)
    {
        ref var slot = ref _kept[article & (Slots - 1)];
        if (slot.Text is not null && slot.Article == article) return slot.Text;

        var text = slot.Text ?? new PreparedText();
        _room -= text.Capacity;
        slot = (article, Read(article, text));
        _room += text.Capacity;
        if (_room > Budget)
        {
            Array.Clear(_kept);
            _room = 0;
        }
        return text;
    }

    private PreparedText Read(int article, PreparedText text)
    {
        texts.Read(article, _buffer);
        _text.ReadAgain(_buffer, table[article].Form, table.FurnitureOf(article));
        text.Set(_text);
        return text;
    }
}
