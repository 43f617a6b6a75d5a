using System.Text;

namespace Similarity.Tests;

public sealed class PhraseTableTests
{
    [Theory]
    [InlineData("read more", "Read more", true)]
    [InlineData("read more", "Read more about it", false)]
    [InlineData("read more …", "READ MORE: about it", true)]
    [InlineData("… all rights reserved", "2026 Valley Post. All rights reserved", true)]
    [InlineData("… all rights reserved", "All rights reserved for now", false)]
    [InlineData("last updated … #", "Last updated on Friday at 5", true)]
    [InlineData("last updated … #", "Last updated on Friday", false)]
    [InlineData("copyright # …", "Copyright 2026 Valley Post", true)]
    [InlineData("copyright # …", "Copyright law of 2026", false)]
    [InlineData("share …", "Share on paper", true)]
    [InlineData("share …", "Share prices fell sharply on Friday.", false)]
    public void Phrases_are_read_as_documented(string phrase, string line, bool expected) => Assert.Equal(expected, IsFurniture(PhraseTable.Parse(phrase), line));

    [Fact]
    public void Phrases_of_the_end_count_there_only()
    {
        var table = PhraseTable.Parse("[end]\n… is a columnist …\n[anywhere]\nread more");
        Assert.False(IsFurniture(table, "Mira Halvorsen is a columnist for the Post"));
        Assert.True(IsFurniture(table, "Mira Halvorsen is a columnist for the Post", isAtEnd: true));
        Assert.True(IsFurniture(table, "Read more"));
    }

    [Theory]
    [InlineData("read more\n…", "Line 2 of the phrases has no word")]
    [InlineData("# all\n[top]", "Line 2 of the phrases is '[top]'")]
    public void What_is_no_phrase_is_refused_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => PhraseTable.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Share this article")]
    [InlineData("Follow us on Twitter")]
    [InlineData("Read or share this story: http://example.test/x")]
    [InlineData("ADVERTISEMENT")]
    [InlineData("Story Continued Below")]
    [InlineData("Copyright 2026 The Valley Post. All rights reserved.")]
    [InlineData("Sign up for our newsletter and never miss a tide")]
    [InlineData("Читайте также: Паводок в долине")]
    [InlineData("Lesen Sie auch: Hochwasser im Tal")]
    [InlineData("À lire aussi : la crue")]
    [InlineData("Todos los derechos reservados")]
    public void The_default_table_knows_what_pages_add(string line) => Assert.True(IsFurniture(PhraseTable.Default, line));

    [Theory]
    [InlineData("Share prices fell after the bank published its figures for 2025.")]
    [InlineData("Credit was hard to come by in the valley that year.")]
    [InlineData("Photographs of the dam appeared on Twitter within the hour.")]
    [InlineData("Related costs rose to 40 million crowns, the ministry said.")]
    [InlineData("Published in 1984, the book described the flood of that year.")]
    [InlineData("Comments by the mayor were met with silence.")]
    [InlineData("Follow the river north and you reach the dam.")]
    [InlineData("The company changed its privacy rules in March.")]
    [InlineData("Close to 200 people spent the night in the school.")]
    [InlineData("Video of the collapse was shown in court.")]
    [InlineData("Home owners below the dam were told to leave.")]
    [InlineData("Search teams found the last of the missing at dawn.")]
    public void The_default_table_leaves_prose_alone(string sentence) => Assert.False(IsFurniture(PhraseTable.Default, sentence));

    private static bool IsFurniture(PhraseTable table, string text, bool isAtEnd = false)
    {
        var words = new TokenBuffer(withOffsets: true);
        var bytes = Encoding.UTF8.GetBytes(text);
        Tokenizer.Tokenize(bytes, words);
        var units = new UnitSplitter().Split(bytes, words);
        return units.Exists(unit => table.Find(bytes, words, unit, isAtEnd) is not null);
    }
}
