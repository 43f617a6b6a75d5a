using System.Buffers;

namespace Similarity;

/// <summary>
/// The Snowball algorithm for Russian (snowballstem.org) on folded letters: folding has turned й to и and ё to е, so the endings
/// are written with those.
/// </summary>
internal ref struct RussianStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");
    private static readonly string[] Final = ["и"];
    private static readonly string[] Derivational = ["ость", "ост"];
    private static readonly string[] Superlative = ["еише", "еиш"];
    private static readonly string[] SoftSign = ["ь"];
    private static readonly string[] GerundAfterA = ["вшись", "вши", "в"];
    private static readonly string[] Gerund = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];
    private static readonly string[] Adjective =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "еи", "ии", "ыи", "ои", "ем", "им", "ым", "ом", "их", "ых",
        "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] ParticipleAfterA = ["ем", "нн", "вш", "ющ", "щ"];
    private static readonly string[] Participle = ["ивш", "ывш", "ующ"];
    private static readonly string[] Reflexive = ["ся", "сь"];
    private static readonly string[] VerbAfterA =
    [
        "ете", "ите", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "и", "л", "н",
    ];

    private static readonly string[] Verb =
    [
        "еите", "уите", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь", "еи",
        "уи", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ];

    private static readonly string[] Noun =
    [
        "иями", "ями", "ами", "иеи", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ои", "ям", "ем", "ам", "ом", "ах", "ях",
        "ию", "ью", "ия", "ья", "а", "е", "и", "о", "у", "ы", "ь", "ю", "я",
    ];

    private readonly Span<char> _word;
    private readonly int _rv;
    private readonly int _r2;
    private int _length;

    private RussianStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
        var vowel = word.IndexOfAny(Vowels);
        _rv = vowel < 0 ? _length : vowel + 1;
        _r2 = RegionAfter(RegionAfter(0));
    }

    /// <summary>The length of the stem of <paramref name="word"/>, which is its beginning.</summary>
    public static int Stem(Span<char> word) => new RussianStemmer(word).Run();

    private int Run()
    {
        if (!RemoveAfterA(GerundAfterA, Gerund))
        {
            _ = Remove(Reflexive, _rv);
            if (Remove(Adjective, _rv)) _ = RemoveAfterA(ParticipleAfterA, Participle);
            else if (!RemoveAfterA(VerbAfterA, Verb)) _ = Remove(Noun, _rv);
        }
        _ = Remove(Final, _rv);
        _ = Remove(Derivational, Math.Max(_r2, _rv));
        if (Ends("нн", _rv)) _length--;
        else if (Remove(Superlative, _rv))
        {
            if (Ends("нн", _rv)) _length--;
        }
        else
        {
            _ = Remove(SoftSign, _rv);
        }
        return _length;
    }

    /// <summary>Endings of the first list count only after а or я; the longest ending of both decides.</summary>
    private bool RemoveAfterA(string[] afterA, string[] plain)
    {
        var length = 0;
        foreach (var ending in plain)
        {
            if (ending.Length > length && Ends(ending, _rv)) length = ending.Length;
        }
        foreach (var ending in afterA)
        {
            var before = _length - ending.Length - 1;
            if (ending.Length > length && before >= _rv && _word[before] is 'а' or 'я' && Ends(ending, _rv)) length = ending.Length;
        }
        _length -= length;
        return length > 0;
    }

    private bool Remove(string[] endings, int from)
    {
        foreach (var ending in endings)
        {
            if (!Ends(ending, from)) continue;
            _length -= ending.Length;
            return true;
        }
        return false;
    }

    private readonly bool Ends(string ending, int from) =>
        _length - ending.Length >= from && _word[(_length - ending.Length).._length].SequenceEqual(ending);

    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < _length; i++)
        {
            if (!IsVowel(_word[i]) && IsVowel(_word[i - 1])) return i + 1;
        }
        return _length;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
