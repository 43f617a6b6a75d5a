namespace Similarity;

/// <summary>
/// The Porter2 algorithm (Porter 2001, snowballstem.org, "English") on folded ASCII letters: inflected forms of one English
/// word become one string, which need not be a word. Apostrophes are no concern of it; the tokeniser separates at them.
/// </summary>
internal ref struct EnglishStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"),
        ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"),
        ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"), ("anci", "ance"),
        ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic",
    ];

    private static readonly (string Word, string Stem)[] Exceptions =
    [
        ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"), ("gently", "gentl"),
        ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
        ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    ];

    private static readonly string[] DoneAfterStep1A = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    private readonly Span<byte> _word;
    private int _length;
    private int _r1;
    private int _r2;

    private EnglishStemmer(Span<byte> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>Stems a word in place. It never grows.</summary>
    /// <param name="word">ASCII letters in lower case and digits.</param>
    /// <returns>The length of the stem.</returns>
    public static int Stem(Span<byte> word)
    {
        if (word.Length <= 2) return word.Length;
        foreach (var (exception, stem) in Exceptions)
        {
            if (!Is(word, exception)) continue;
            for (var i = 0; i < stem.Length; i++) word[i] = (byte)stem[i];
            return stem.Length;
        }
        return new EnglishStemmer(word).Run();
    }

    private int Run()
    {
        MarkConsonantY();
        FindRegions();
        RemovePlural();
        if (!Array.Exists(DoneAfterStep1A, IsWhole(_word[.._length])))
        {
            RemovePastAndGerund();
            if (_length > 2 && LowerAt(_length - 1) == 'y' && !IsVowel(_length - 2)) _word[_length - 1] = (byte)'i';
            ReplaceStep2();
            ReplaceStep3();
            RemoveStep4();
            RemoveFinal();
        }
        for (var i = 0; i < _length; i++) _word[i] = (byte)LowerAt(i);
        return _length;

        static Predicate<string> IsWhole(ReadOnlySpan<byte> word)
        {
            var text = System.Text.Encoding.ASCII.GetString(word);
            return other => other == text;
        }
    }

    /// <summary>A y at the beginning or after a vowel is a consonant, written as a capital.</summary>
    private readonly void MarkConsonantY()
    {
        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(i - 1))) _word[i] = (byte)'Y';
        }
    }

    private void FindRegions()
    {
        _r1 = Starts("gener") || Starts("arsen") ? 5 : Starts("commun") ? 6 : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    /// <summary>Behind the first consonant that follows a vowel.</summary>
    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < _length; i++)
        {
            if (!IsVowel(i) && IsVowel(i - 1)) return i + 1;
        }
        return _length;
    }

    private void RemovePlural()
    {
        if (Ends("sses")) _length -= 2;
        else if (Ends("ied") || Ends("ies")) _length -= _length > 4 ? 2 : 1;
        else if (Ends("us") || Ends("ss")) return;
        else if (Ends("s") && HasVowelBefore(_length - 2)) _length--;
    }

    private void RemovePastAndGerund()
    {
        var suffix = Ends("eedly") ? 5 : Ends("eed") ? 3 : 0;
        if (suffix > 0)
        {
            if (_length - suffix >= _r1) _length -= suffix - 2;
            return;
        }
        suffix = Ends("ingly") ? 5 : Ends("edly") ? 4 : Ends("ing") ? 3 : Ends("ed") ? 2 : 0;
        if (suffix == 0 || !HasVowelBefore(_length - suffix)) return;
        _length -= suffix;
        if (Ends("at") || Ends("bl") || Ends("iz")) Append('e');
        else if (EndsInDouble()) _length--;
        else if (_r1 >= _length && EndsInShortSyllable()) Append('e');
    }

    private void ReplaceStep2()
    {
        foreach (var (suffix, replacement) in Step2)
        {
            if (!Ends(suffix)) continue;
            var start = _length - suffix.Length;
            var allowed = suffix switch
            {
                "ogi" => start > 0 && _word[start - 1] == 'l',
                "li" => start > 0 && "cdeghkmnrt".Contains((char)_word[start - 1], StringComparison.Ordinal),
                _ => true,
            };
            if (start >= _r1 && allowed) Replace(start, replacement);
            return;
        }
    }

    private void ReplaceStep3()
    {
        foreach (var (suffix, replacement) in Step3)
        {
            if (!Ends(suffix)) continue;
            var start = _length - suffix.Length;
            if (start >= _r1 && (suffix != "ative" || start >= _r2)) Replace(start, replacement);
            return;
        }
    }

    private void RemoveStep4()
    {
        foreach (var suffix in Step4)
        {
            if (!Ends(suffix)) continue;
            var start = _length - suffix.Length;
            if (start >= _r2 && (suffix != "ion" || (start > 0 && _word[start - 1] is (byte)'s' or (byte)'t'))) _length = start;
            return;
        }
    }

    private void RemoveFinal()
    {
        if (Ends("e"))
        {
            var start = _length - 1;
            _length = start;
            if (start >= _r2 || (start >= _r1 && !EndsInShortSyllable())) return;
            _length = start + 1;
        }
        else if (Ends("ll") && _length - 1 >= _r2)
        {
            _length--;
        }
    }

    /// <summary>A vowel between consonants, the last none of w, x and consonant y; or a vowel and a consonant alone.</summary>
    private readonly bool EndsInShortSyllable()
    {
        var last = _length - 1;
        if (last < 1 || IsVowel(last) || !IsVowel(last - 1)) return false;
        return last == 1 || (_word[last] is not ((byte)'w' or (byte)'x' or (byte)'Y') && !IsVowel(last - 2));
    }

    private readonly bool EndsInDouble() =>
        _length > 1 && _word[_length - 1] == _word[_length - 2] && "bdfgmnprt".Contains((char)_word[_length - 1], StringComparison.Ordinal);

    private readonly bool HasVowelBefore(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(i)) return true;
        }
        return false;
    }

    private readonly bool IsVowel(int index) => _word[index] is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y';

    private readonly char LowerAt(int index) => _word[index] == 'Y' ? 'y' : (char)_word[index];

    private readonly bool Starts(string prefix) => _length >= prefix.Length && Is(_word[..prefix.Length], prefix);

    private readonly bool Ends(string suffix) => _length >= suffix.Length && Is(_word[(_length - suffix.Length).._length], suffix);

    private void Append(char letter) => _word[_length++] = (byte)letter;

    private void Replace(int start, string replacement)
    {
        _length = start;
        foreach (var letter in replacement) Append(letter);
    }

    private static bool Is(ReadOnlySpan<byte> bytes, string text)
    {
        if (bytes.Length != text.Length) return false;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (bytes[i] != text[i]) return false;
        }
        return true;
    }
}
