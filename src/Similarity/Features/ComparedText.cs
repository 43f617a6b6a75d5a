using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Similarity;

/// <summary>
/// Turns an article into what is compared of it: the words of its body without furniture, or of title and body where little
/// is left. The one place that decides this, for extraction and verification alike.
/// </summary>
/// <remarks>Not thread-safe; reuses its buffers.</remarks>
internal sealed class ComparedText(FeatureOptions options)
{
    private readonly TokenBuffer _body = new(withOffsets: true);
    private readonly TokenBuffer _titleAndBody = new();
    private readonly MarkupCleaner _markup = new();
    private readonly FurnitureFinder _finder = new(options.Furniture);
    private readonly List<FurnitureSpan> _furniture = [];
    private readonly List<(int First, int End)> _removed = [];
    private byte[] _text = [];
    private int _length;
    private ulong[] _shingles = [];
    private ulong[] _scratch = [];
    private uint[] _fingerprints = [];
    private uint[] _fingerprintScratch = [];
    private int[] _starts = [];
    private int _count;

    /// <summary>How the text is compared.</summary>
    public TextForm Form { get; private set; }

    /// <summary>The UTF-8 of the body, markup taken out, in which the words of an article stand.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    /// <summary>Hashes of the words, in order.</summary>
    public ReadOnlySpan<ulong> Words => (Form == TextForm.Brief ? _titleAndBody : _body).Hashes;

    /// <summary>Hashes of the words of the body alone, whatever the form.</summary>
    public ReadOnlySpan<ulong> BodyWords => _body.Hashes;

    /// <summary>Where each word of an article starts in <see cref="Text"/>.</summary>
    public ReadOnlySpan<int> Starts => _body.Starts;

    /// <summary>Where each word of an article ends in <see cref="Text"/>.</summary>
    public ReadOnlySpan<int> Ends => _body.Ends;

    /// <summary>What was left out of the body, in order.</summary>
    public List<FurnitureSpan> Furniture => _furniture;

    /// <summary>Shingles in text order, repeats included; none of a template, nor of what was read again.</summary>
    public Span<ulong> ShinglesInOrder => _shingles.AsSpan(0, _count);

    /// <summary>128-bit hash of the words in order, and of the form: equal for identical texts.</summary>
    public UInt128 Content => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(Words), (long)Form);

    /// <summary>Reads an article as it was read before, when its form and its furniture were found.</summary>
    public void ReadAgain(ArticleBuffer article, TextForm form, ReadOnlySpan<FurnitureSpan> furniture)
    {
        var isPlain = form == TextForm.Full && Take(article.Body);
        if (!isPlain)
        {
            Read(article);
            return;
        }
        Form = form;
        _removed.Clear();
        var word = 0;
        foreach (var span in furniture)
        {
            while (word < _body.Count && _body.Starts[word] < span.Start) word++;
            var first = word;
            while (word < _body.Count && _body.Ends[word] <= span.End) word++;
            _removed.Add((first, word));
        }
        _body.Remove(CollectionsMarshal.AsSpan(_removed));
        _count = 0;
    }

    /// <summary>Reads an article for all that is compared of it.</summary>
    public void Read(ArticleBuffer article)
    {
        ReadWords(article);
        if (Form == TextForm.Template) return;
        var words = Words;
        var width = Form == TextForm.Brief ? options.BriefShingleWords : options.ShingleWords;
        var needed = Shingles.CountFor(words.Length, width);
        if (_shingles.Length < needed)
        {
            _shingles = new ulong[Math.Max(needed, _shingles.Length * 2)];
            _scratch = new ulong[_shingles.Length];
        }
        _count = Shingles.Roll(words, width, _shingles);
    }

    /// <summary>Reads an article for its words alone.</summary>
    public void ReadWords(ArticleBuffer article)
    {
        _count = 0;
        _ = Take(article.Body);
        Form = LeaveOutFurniture(article);
        if (Form == TextForm.Template || (_body.Count >= options.BriefWords && _body.Count > 0)) return;
        _titleAndBody.Clear();
        Tokenizer.Tokenize(_markup.Clean(article.Title), _titleAndBody);
        foreach (var word in _body.Hashes) _titleAndBody.Add(word, 0, 0);
        Form = _titleAndBody.Count == 0 ? TextForm.Empty : TextForm.Brief;
    }

    /// <summary>Where in the body, as it was given, a place of the text of an article comes from.</summary>
    public int PlaceInBody(int place) => _markup.PlaceInGiven(place);

    /// <summary>Takes the words of a body, and says whether it has no markup.</summary>
    private bool Take(ReadOnlySpan<byte> body)
    {
        var cleaned = _markup.Clean(body);
        if (_text.Length < cleaned.Length) _text = new byte[Math.Max(cleaned.Length, _text.Length * 2)];
        cleaned.CopyTo(_text);
        _length = cleaned.Length;
        _body.Clear();
        Tokenizer.Tokenize(Text, _body);
        return _markup.IsUnchanged;
    }

    /// <summary>Drops the words of furniture. Where nothing else is left the headline is the text, or the furniture where there is none.</summary>
    private TextForm LeaveOutFurniture(ArticleBuffer article)
    {
        _furniture.Clear();
        var spans = _finder.Find(article, Text, _body);
        if (_finder.IsTemplate && _body.Count >= options.BriefWords) return TextForm.Template;
        var left = _body.Count;
        foreach (var span in spans) left -= span.End - span.First;
        if (left == 0 && article.Title.IsEmpty) return TextForm.Full;
        _removed.Clear();
        foreach (var span in spans)
        {
            _removed.Add((span.First, span.End));
            _furniture.Add(new FurnitureSpan(PlaceInBody(_body.Starts[span.First]), PlaceInBody(_body.Ends[span.End - 1]), span.Reason));
        }
        _body.Remove(CollectionsMarshal.AsSpan(_removed));
        return TextForm.Full;
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
