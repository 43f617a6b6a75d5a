using System.Text;

namespace Similarity;

/// <summary>
/// Texts to signatures, by the same steps as a run takes: markup out, words, shingles, lanes. Unlike a run it makes no
/// exception for brief texts: they too are taken by shingles of the words that <see cref="SignatureSettings"/> says.
/// </summary>
/// <remarks>Not thread-safe: one signer a thread. Reuses its buffers.</remarks>
public sealed class Signer
{
    private readonly SignatureSettings _settings;
    private readonly MinHasher _minHasher;
    private readonly TokenBuffer _tokens = new();
    private readonly MarkupCleaner _markup = new();
    private readonly uint[] _lanes;
    private ulong[] _shingles = [];

    /// <summary>Makes signatures of the given settings, or of the usual ones.</summary>
    public Signer(SignatureSettings? settings = null)
    {
        _settings = settings ?? new SignatureSettings();
        _minHasher = new MinHasher(_settings.Lanes);
        _lanes = new uint[_settings.Lanes];
    }

    /// <summary>The signature of an article's body; <see langword="null"/> where the body has no word, because nothing can be said of such a text.</summary>
    public Signature? Sign(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Sign(Encoding.UTF8.GetBytes(article.Body ?? ""));
    }

    /// <summary>The signature of a text in UTF-8; <see langword="null"/> where it has no word. A text of fewer words than a shingle is one shingle.</summary>
    public Signature? Sign(ReadOnlySpan<byte> utf8)
    {
        _tokens.Clear();
        Tokenizer.Tokenize(_markup.Clean(utf8), _tokens);
        var words = _tokens.Hashes;
        if (words.IsEmpty) return null;
        var count = Shingles.CountFor(words.Length, _settings.ShingleWords);
        if (_shingles.Length < count) _shingles = new ulong[Math.Max(count, _shingles.Length * 2)];
        _ = Shingles.Roll(words, _settings.ShingleWords, _shingles);
        _minHasher.Sign(_shingles.AsSpan(0, count), _lanes);
        return Signature.Of(_settings, _lanes);
    }
}
