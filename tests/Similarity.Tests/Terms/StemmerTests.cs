using System.Text;

namespace Similarity.Tests;

public sealed class StemmerTests
{
    /// <summary>Words that between them pass through every step of Porter2, with the stems that its published vocabulary gives.</summary>
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("troubled", "troubl")]
    [InlineData("sized", "size")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("falling", "fall")]
    [InlineData("happy", "happi")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("enjoying", "enjoy")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("operator", "oper")]
    [InlineData("hopefulness", "hope")]
    [InlineData("formality", "formal")]
    [InlineData("sensibility", "sensibl")]
    [InlineData("triplicate", "triplic")]
    [InlineData("electrical", "electr")]
    [InlineData("goodness", "good")]
    [InlineData("allowance", "allow")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("effective", "effect")]
    [InlineData("probate", "probat")]
    [InlineData("controlling", "control")]
    [InlineData("generate", "generat")]
    [InlineData("generic", "generic")]
    [InlineData("communism", "communism")]
    [InlineData("university", "univers")]
    [InlineData("elections", "elect")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("proceeding", "proceed")]
    [InlineData("covid19s", "covid19s")]
    public void English_words_have_the_stems_of_the_published_algorithm(string word, string stem) => Assert.Equal(stem, Stem(word));

    /// <summary>The same for Russian, й and ё folded to и and е.</summary>
    [Theory]
    [InlineData("важная", "важн")]
    [InlineData("важнеишие", "важн")]
    [InlineData("вагона", "вагон")]
    [InlineData("валила", "вал")]
    [InlineData("вальяжно", "вальяжн")]
    [InlineData("пандемия", "пандем")]
    [InlineData("пандемией", "пандем")]
    [InlineData("президентов", "президент")]
    [InlineData("красивость", "красив")]
    [InlineData("прочитавшись", "прочита")]
    [InlineData("длинный", "длин")]
    public void Russian_words_have_the_stems_of_the_published_algorithm(string word, string stem) => Assert.Equal(stem, Stem(Folded(word)));

    [Theory]
    [InlineData("γεγονοτα")]
    [InlineData("ab")]
    [InlineData("2026")]
    [InlineData("b2b")]
    [InlineData("слово2")]
    public void What_is_no_word_of_either_stays(string word) => Assert.Equal(word, Stem(word));

    [Fact]
    public void A_stem_is_never_longer_than_its_word_whatever_the_letters()
    {
        for (var seed = 1UL; seed < 200_000; seed++)
        {
            var bits = Mixing.Avalanche(seed);
            var word = new byte[(int)(bits & 15)];
            for (var i = 0; i < word.Length; i++) word[i] = (byte)('a' + (Mixing.Avalanche(bits + (ulong)i) % 26));
            Assert.InRange(Stemmer.Stem(word), word.Length == 0 ? 0 : 1, word.Length);
        }
    }

    private static string Folded(string word)
    {
        var folded = new byte[256];
        return Encoding.UTF8.GetString(folded, 0, Tokenizer.Fold(Encoding.UTF8.GetBytes(word), folded));
    }

    private static string Stem(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return Encoding.UTF8.GetString(bytes, 0, Stemmer.Stem(bytes));
    }
}
