using System.Text;

namespace Similarity.Benchmarks;

/// <summary>
/// Real-looking articles: 80 % originals, spliced from shuffled sentences of two or three texts with every fifth word
/// or so exchanged, so that two originals hardly share a passage however often a sentence is drawn; 12 % reprints with a
/// few words edited; 5 % trimmed to a first, middle or last part of 30 to 70 %; 3 % with text of their own around.
/// </summary>
internal sealed class ResampledBodies(SourceTexts source, ulong seed, int meanBytes) : IBodySource
{
    private const int ExchangedOneIn = 5;
    private const int SentencesAParagraph = 3;

    public string Title(int number)
    {
        var original = OriginalOf(number);
        var random = new CorpusRandom(seed, original, purpose: 5);
        var words = DrawSentence(ref random).Split(' ');
        return string.Join(' ', words.Take(10));
    }

    public string Body(int number)
    {
        var random = new CorpusRandom(seed, number, purpose: 6);
        var sentences = Original(OriginalOf(number));
        switch (KindOf(number))
        {
            case BodyKind.Original:
                break;
            case BodyKind.Reprint:
                Edit(sentences, ref random);
                break;
            case BodyKind.Trim:
                var length = Math.Max(1, (int)(sentences.Count * (0.3 + (0.4 * random.Share()))));
                var start = random.Below(3) * (sentences.Count - length) / 2;
                sentences = sentences.GetRange(start, length);
                break;
            default:
                var own = Math.Max(1, (int)(sentences.Count * (0.2 + (0.6 * random.Share()))));
                for (var i = 0; i < own; i++)
                {
                    sentences.Insert(random.Below(2) * sentences.Count, Exchange(DrawSentence(ref random), ref random));
                }
                break;
        }
        return Join(sentences);
    }

    private BodyKind KindOf(int number) => new CorpusRandom(seed, number, purpose: 7).Below(100) switch
    {
        _ when number == 0 => BodyKind.Original,
        < 80 => BodyKind.Original,
        < 92 => BodyKind.Reprint,
        < 97 => BodyKind.Trim,
        _ => BodyKind.Extended,
    };

    /// <summary>The original that an article is a copy of: an earlier one, or itself.</summary>
    private int OriginalOf(int number)
    {
        while (KindOf(number) != BodyKind.Original)
        {
            number = new CorpusRandom(seed, number, purpose: 8).Below(number);
        }
        return number;
    }

    private List<string> Original(int number)
    {
        var random = new CorpusRandom(seed, number, purpose: 9);
        var texts = new string[2 + random.Below(2)][];
        for (var i = 0; i < texts.Length; i++) texts[i] = source.Texts[random.Below(source.Texts.Count)];
        // Lengths as news has them: many short ones, a few long ones, and the mean that was asked for.
        var target = meanBytes * (0.25 + (-0.75 * Math.Log(1 - random.Share())));
        var sentences = new List<string>();
        for (var bytes = 0; bytes < target; bytes += sentences[^1].Length + 1)
        {
            var text = texts[random.Below(texts.Length)];
            sentences.Add(Exchange(text[random.Below(text.Length)], ref random));
        }
        return sentences;
    }

    private string DrawSentence(ref CorpusRandom random)
    {
        var text = source.Texts[random.Below(source.Texts.Count)];
        return text[random.Below(text.Length)];
    }

    /// <summary>Exchanges a word in five for one from anywhere.</summary>
    private string Exchange(string sentence, ref CorpusRandom random)
    {
        var words = sentence.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (random.Below(ExchangedOneIn) == 0) words[i] = DrawWord(ref random);
        }
        return string.Join(' ', words);
    }

    private string DrawWord(ref CorpusRandom random)
    {
        var words = DrawSentence(ref random).Split(' ');
        return words[random.Below(words.Length)];
    }

    private void Edit(List<string> sentences, ref CorpusRandom random)
    {
        for (var edits = 1 + random.Below(6); edits > 0; edits--)
        {
            var sentence = random.Below(sentences.Count);
            var words = sentences[sentence].Split(' ');
            words[random.Below(words.Length)] = DrawWord(ref random);
            sentences[sentence] = string.Join(' ', words);
        }
    }

    private static string Join(List<string> sentences)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (i > 0) _ = text.Append(i % SentencesAParagraph == 0 ? "\n\n" : " ");
            _ = text.Append(sentences[i]);
        }
        return text.ToString();
    }

    private enum BodyKind
    {
        Original,
        Reprint,
        Trim,
        Extended,
    }
}
