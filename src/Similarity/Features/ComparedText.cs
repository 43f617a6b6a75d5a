using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Turns an article into what is compared of it: the words of its body, or of title and body where the body is very
/// short. The one place that decides this, for extraction and verification alike.
/// </summary>
/// <remarks>Not thread-safe; reuses its buffers.</remarks>
internal sealed class ComparedText(FeatureOptions options)
{
    private readonly TokenBuffer _tokens = new();
    private readonly MarkupCleaner _markup = new();
    private ulong[] _shingles = [];
    private ulong[] _scratch = [];
    private uint[] _fingerprints = [];
    private uint[] _fingerprintScratch = [];
    private int[] _starts = [];
    private int _count;

    /// <summary>How the text is compared.</summary>
    public TextForm Form { get; private set; }

    /// <summary>Hashes of the words, in order.</summary>
    public ReadOnlySpan<ulong> Words => _tokens.Hashes;

    /// <summary>Shingles in text order, repeats included.</summary>
    public Span<ulong> ShinglesInOrder => _shingles.AsSpan(0, _count);

    /// <summary>128-bit hash of the words in order, and of the form: equal for identical texts.</summary>
    public UInt128 Content => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(Words), (long)Form);

    public void Read(ArticleBuffer article)
    {
        _tokens.Clear();
        Tokenizer.Tokenize(_markup.Clean(article.Body), _tokens);
        Form = TextForm.Full;
        if (_tokens.Hashes.Length < options.BriefWords || _tokens.Hashes.IsEmpty)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(_markup.Clean(article.Title), _tokens);
            Tokenizer.Tokenize(_markup.Clean(article.Body), _tokens);
            Form = _tokens.Hashes.IsEmpty ? TextForm.Empty : TextForm.Brief;
        }

        var words = _tokens.Hashes;
        var width = Form == TextForm.Brief ? options.BriefShingleWords : options.ShingleWords;
        var needed = Shingles.CountFor(words.Length, width);
        if (_shingles.Length < needed)
        {
            _shingles = new ulong[Math.Max(needed, _shingles.Length * 2)];
            _scratch = new ulong[_shingles.Length];
        }
        _count = Shingles.Roll(words, width, _shingles);
    }

    /// <summary>Makes <paramref name="set"/> the set of the shingles. Their order is lost.</summary>
    public void FillSet(ShingleSet set)
    {
        HashSort.Sort(ShinglesInOrder, _scratch, ref _starts);
        set.Set(ShinglesInOrder);
    }

    /// <summary>Distinct passage fingerprints, ascending; none of a brief text. Valid until the next call.</summary>
    public ReadOnlySpan<uint> SelectFingerprints(int window)
    {
        if (Form != TextForm.Full) return [];
        if (_fingerprints.Length < _count)
        {
            _fingerprints = new uint[_shingles.Length];
            _fingerprintScratch = new uint[_shingles.Length];
        }
        var chosen = _fingerprints.AsSpan(0, Winnowing.Select(ShinglesInOrder, window, _scratch, _fingerprints));
        HashSort.Sort(chosen, _fingerprintScratch, ref _starts);
        return chosen[..SortedSets.Distinct(chosen)];
    }
}
