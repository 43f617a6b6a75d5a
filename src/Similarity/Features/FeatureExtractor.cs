using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Text to features: tokenise, shingle, sign, fold the signature into band keys, choose fingerprints. What is kept is
/// the band keys and fingerprints, a fraction of the signature and shingles they come from; exact verification reads
/// the text again.
/// </summary>
/// <remarks>Not thread-safe: one extractor a thread. Does not allocate once warm.</remarks>
public sealed class FeatureExtractor
{
    /// <summary>Keeps the bands of short and ordinary texts apart.</summary>
    private const ulong BriefSalt = 0xA0761D6478BD642F;

    private readonly ComparedText _text;
    private readonly MinHasher _minHasher;
    private readonly BandLayout _bands;
    private readonly int _window;
    private readonly uint[] _signature;
    private readonly uint[] _bandKeys;
    private readonly byte[] _derivedId = new byte[2 + 16];

    internal FeatureExtractor(FeatureOptions options, BandLayout bands)
    {
        _text = new ComparedText(options);
        _minHasher = new MinHasher(options.Permutations);
        _bands = bands;
        _window = options.FingerprintWindow;
        _signature = new uint[options.Permutations];
        _bandKeys = new uint[bands.Bands];
    }

    /// <summary>Appends the features of <paramref name="article"/> to <paramref name="batch"/>.</summary>
    public void Extract(ArticleBuffer article, FeatureBatch batch)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(batch);
        _text.Read(article);

        var row = new ArticleRow
        {
            Form = _text.Form,
            Words = _text.Words.Length,
            Published = article.PublishedTicks ?? long.MaxValue,
            Content = _text.Content,
            IdDerived = article.Id.IsEmpty,
        };
        var id = row.IdDerived ? DeriveId(article) : article.Id;
        if (_text.Form == TextForm.Empty)
        {
            batch.Add(row, id, article.Outlet, [], [], _text.Furniture);
            return;
        }
        SignBands();
        batch.Add(row, id, article.Outlet, _bandKeys, _text.SelectFingerprints(_window), _text.Furniture);
    }

    private void SignBands()
    {
        if (_text.Form == TextForm.Template)
        {
            // Only identical templates have keys in common.
            for (var band = 0; band < _bandKeys.Length; band++) _bandKeys[band] = (uint)Mixing.Avalanche((ulong)_text.Content + (ulong)band);
            return;
        }
        _minHasher.Sign(_text.ShinglesInOrder, _signature);
        var salt = _text.Form == TextForm.Brief ? BriefSalt : 0;
        for (var band = 0; band < _bandKeys.Length; band++)
        {
            var lanes = MemoryMarshal.AsBytes(_signature.AsSpan(band * _bands.Rows, _bands.Rows));
            _bandKeys[band] = (uint)(XxHash3.HashToUInt64(lanes, unchecked((long)salt)) >> 32);
        }
    }

    /// <summary>An identifier for a record that has none: <c>x-</c> and 16 hexadecimal digits of the hash of its title and body.</summary>
    private ReadOnlySpan<byte> DeriveId(ArticleBuffer article)
    {
        var hash = XxHash3.HashToUInt64(article.Body, unchecked((long)XxHash3.HashToUInt64(article.Title)));
        "x-"u8.CopyTo(_derivedId);
        _ = hash.TryFormat(_derivedId.AsSpan(2), out _, "x16");
        return _derivedId;
    }
}
