using System.Text;

namespace Similarity;

/// <summary>
/// The terms of a text: stems of the words of its title and of its body without furniture, stop words left out; pairs of
/// neighbours in scripts written without spaces. With each goes whether it looks like a name.
/// </summary>
/// <remarks>Not thread-safe: one a thread.</remarks>
internal sealed class TermReader(FeatureOptions options)
{
    /// <summary>Words whose stem is remembered. Texts without end must not fill the memory.</summary>
    private const int MaxRemembered = 1 << 20;

    private readonly ComparedText _text = new(options);
    private readonly MarkupCleaner _markup = new();
    private readonly TokenBuffer _title = new(withOffsets: true);
    private readonly Dictionary<ulong, TermForm> _forms = [];
    private readonly byte[] _folded = new byte[Tokenizer.MaxTokenBytes * 4];
    private readonly TextLanguage _language = new();
    private (uint Term, uint StopIn, bool IsName)[] _found = new (uint, uint, bool)[1024];
    private ulong[] _occurrences = new ulong[1024];
    private int _count;

    /// <summary>Adds the terms of <paramref name="article"/> to <paramref name="batch"/>.</summary>
    /// <param name="article">The article.</param>
    /// <param name="form">How its text was compared.</param>
    /// <param name="furniture">What was left out of its body then.</param>
    /// <param name="batch">What takes its terms, as one more text.</param>
    public void Read(ArticleBuffer article, TextForm form, ReadOnlySpan<FurnitureSpan> furniture, TermBatch batch)
    {
        _count = 0;
        _language.Clear();
        var title = _markup.Clean(article.Title);
        _title.Clear();
        Tokenizer.Tokenize(title, _title);
        Add(title, _title.Hashes, _title.Starts, _title.Ends, batch);
        _text.ReadAgain(article, form, furniture);
        Add(_text.Text, _text.BodyWords, _text.Starts, _text.Ends, batch);
        Collect(batch);
    }

    private void Add(ReadOnlySpan<byte> text, ReadOnlySpan<ulong> words, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, TermBatch batch)
    {
        var before = default(TermForm);
        for (var i = 0; i < words.Length; i++)
        {
            var bytes = text[starts[i]..ends[i]];
            if (!_forms.TryGetValue(words[i], out var form))
            {
                if (_forms.Count == MaxRemembered) _forms.Clear();
                _forms[words[i]] = form = FormOf(bytes, words[i], batch);
            }
            if (form.StopIn != 0) _language.AddStopWord(form.StopIn);
            else _language.AddWord(form.Script);
            if (form.Kind == TermKind.Word) Found(form.Term, form.StopIn, StartsCapital(bytes));
            else if (form.Kind == TermKind.Number)
            {
                if (PhoneNumber.Holds(text, starts, ends, i)) continue;
                Found(form.Term, 0, isName: true);
            }
            else if (form.Kind == TermKind.Unspaced && before.Kind == TermKind.Unspaced && ends[i - 1] == starts[i])
            {
                Found(PairOf(before.Term, form.Term, text[starts[i - 1]..ends[i]], batch), 0, isName: false);
            }
            before = form;
        }
    }

    private void Found(uint term, uint stopIn, bool isName)
    {
        if (_count == _found.Length) Array.Resize(ref _found, _count * 2);
        _found[_count++] = (term, stopIn, isName);
    }

    /// <summary>From occurrences in text order to terms, without the stop words of the text's language.</summary>
    private void Collect(TermBatch batch)
    {
        var language = _language.Decide();
        var stopWords = language < TextLanguage.FirstScript ? 1u << language : uint.MaxValue;
        if (_occurrences.Length < _found.Length) _occurrences = new ulong[_found.Length];
        var count = 0;
        foreach (var (term, stopIn, isName) in _found.AsSpan(0, _count))
        {
            if ((stopIn & stopWords) == 0) _occurrences[count++] = ((ulong)term << 32) | (isName ? 1u : 0);
        }
        var occurrences = _occurrences.AsSpan(0, count);
        occurrences.Sort();
        for (var first = 0; first < count;)
        {
            var (term, end, names) = ((uint)(occurrences[first] >> 32), first, 0);
            while (end < count && (uint)(occurrences[end] >> 32) == term) names += (int)(uint)occurrences[end++];
            batch.Add(new TermOccurrence(term, end - first, names * 2 > end - first));
            first = end;
        }
        batch.EndText(language);
    }

    private TermForm FormOf(ReadOnlySpan<byte> bytes, ulong word, TermBatch batch)
    {
        var folded = Folded(bytes, word);
        _ = Rune.DecodeFromUtf8(folded, out var first, out _);
        var form = new TermForm { Script = TextLanguage.ScriptOfCodePoint(first.Value), StopIn = StopWords.LanguagesOf(word) };
        if (folded.Length < 2) return form;
        if (CodePointTable.Kind(first.Value) is CodePointKind.Unspaced or CodePointKind.UnspacedMark) return form with { Kind = TermKind.Unspaced, Term = (uint)(word >> 32) };
        Span<byte> stem = stackalloc byte[folded.Length];
        folded.CopyTo(stem);
        var term = TermHash.Of(stem[..Stemmer.Stem(stem)]);
        batch.Name(term, folded);
        return form with { Kind = char.IsAsciiDigit((char)folded[0]) ? TermKind.Number : TermKind.Word, Term = term };
    }

    /// <summary>The folded bytes of a token. A code point such as ½ folds to several, each of which covers all of its bytes.</summary>
    private ReadOnlySpan<byte> Folded(ReadOnlySpan<byte> bytes, ulong word)
    {
        ReadOnlySpan<byte> folded = _folded.AsSpan(0, Tokenizer.Fold(bytes, _folded));
        if (!folded.Contains((byte)' ')) return folded;
        foreach (var piece in folded.Split((byte)' '))
        {
            if (WordHash.Compute(folded[piece]) == word) return folded[piece];
        }
        return [];
    }

    /// <summary>Two neighbours of a script without spaces.</summary>
    private uint PairOf(uint a, uint b, ReadOnlySpan<byte> bytes, TermBatch batch)
    {
        var key = Mixing.Avalanche(((ulong)a << 32) | b);
        if (_forms.TryGetValue(key, out var known)) return known.Term;
        if (_forms.Count == MaxRemembered) _forms.Clear();
        var term = (uint)(key >> 32);
        _forms[key] = new TermForm { Kind = TermKind.Word, Term = term };
        batch.Name(term, bytes);
        return term;
    }

    private static bool StartsCapital(ReadOnlySpan<byte> word)
    {
        var first = word[0];
        if (first < 0x80) return first is >= (byte)'A' and <= (byte)'Z';
        return Rune.DecodeFromUtf8(word, out var rune, out _) == System.Buffers.OperationStatus.Done && Rune.IsUpper(rune);
    }

    private enum TermKind : byte
    {
        None,
        Word,
        Number,
        Unspaced,
    }

    /// <summary>What a word means as a term.</summary>
    private readonly record struct TermForm
    {
        public TermKind Kind { get; init; }

        public uint Term { get; init; }

        /// <summary>Languages in which it is a stop word.</summary>
        public uint StopIn { get; init; }

        public int Script { get; init; }
    }
}
