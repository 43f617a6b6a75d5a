namespace Similarity;

/// <summary>
/// The words of an article as every comparison sees them: those of its title, and those of its body without markup and furniture. For embedders,
/// and for whoever trains them.
/// </summary>
/// <remarks>Not thread-safe: one a thread. Does not allocate once warm. Spans are valid until the next <see cref="Read"/>.</remarks>
public sealed class ArticleWords
{
    /// <summary>The most bytes that the words of one token take, folded: a code point may fold to several words.</summary>
    private const int MostFolded = (Tokenizer.MaxTokenBytes * 4) + 1;

    private readonly ComparedText _body;
    private readonly MarkupCleaner _markup = new();
    private readonly TokenBuffer _title = new(withOffsets: true);
    private byte[] _folded = new byte[16 * 1024];
    private byte[] _titleText = [];
    private int _titleLength;

    /// <summary>Words as a run with these options sees them.</summary>
    public ArticleWords(FeatureOptions? options = null) => _body = new ComparedText(options ?? new FeatureOptions());

    /// <summary>The <see cref="WordHash"/> of each word of the title, in order.</summary>
    public ReadOnlySpan<ulong> Title => _title.Hashes;

    /// <summary>The <see cref="WordHash"/> of each word of the body that is not furniture, in order.</summary>
    public ReadOnlySpan<ulong> Body => _body.BodyWords;

    /// <summary>Reads an article.</summary>
    public void Read(ArticleBuffer article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var title = _markup.Clean(article.Title);
        if (_titleText.Length < title.Length) _titleText = new byte[title.Length * 2];
        title.CopyTo(_titleText);
        _titleLength = title.Length;
        _title.Clear();
        Tokenizer.Tokenize(title, _title);
        _body.ReadWords(article);
    }

    /// <summary>The same words in UTF-8, title first, folded as <see cref="Tokenizer.Fold"/> does and each followed by a space: a line to train on.</summary>
    public ReadOnlySpan<byte> Fold()
    {
        var length = 0;
        Fold(_titleText.AsSpan(0, _titleLength), _title.Starts, _title.Ends, ref length);
        Fold(_body.Text, _body.Starts, _body.Ends, ref length);
        return _folded.AsSpan(0, length);
    }

    private void Fold(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, ref int length)
    {
        for (var word = 0; word < starts.Length; word++)
        {
            if (_folded.Length - length < MostFolded) Array.Resize(ref _folded, _folded.Length * 2);
            length += Tokenizer.Fold(text[starts[word]..ends[word]], _folded.AsSpan(length));
            _folded[length++] = (byte)' ';
        }
    }
}
