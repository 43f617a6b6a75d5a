using System.Text;
using CsCheck;

namespace Similarity.Tests;

public sealed class UnitSplitterTests
{
    private static readonly string[] Pieces = ["a", "Ab", " ", ". ", "\n", "?", "。", "й", "ß", "…", "\u0301", "中", "“", "9", "ﬁ", "؟"];

    [Theory]
    [InlineData("One line\nAnother line", "One line|Another line")]
    [InlineData("It rained. The dam held! Did it? Yes.", "It rained|The dam held|Did it|Yes")]
    [InlineData("Gov. J. Hale met Dr. Voss at 5 p.m. on Friday.", "Gov. J. Hale met Dr. Voss at 5 p.m. on Friday")]
    [InlineData("Tune in on 98.4 FM. In an emergency call 112.", "Tune in on 98.4 FM|In an emergency call 112")]
    [InlineData("waters of 3.5 metres, he said… then left", "waters of 3.5 metres, he said… then left")]
    [InlineData("水が出た。人々は逃げた。", "水が出た|人々は逃げた")]
    [InlineData("ارتفعت المياه؟ نعم", "ارتفعت المياه|نعم")]
    [InlineData("Шел дождь. Вода прибывала.", "Шел дождь|Вода прибывала")]
    [InlineData("\r\n \n", "")]
    public void Lines_and_sentences_are_units(string text, string expected) => Assert.Equal(expected, string.Join('|', Split(text).Select(unit => unit.Text)));

    [Fact]
    public void A_unit_knows_whether_it_is_a_line_and_a_sentence() => Assert.Equal(
        [(0, true, false), (1, false, true), (1, false, true), (2, true, true)],
        Split("Menu\nIt rained. It stopped.\nA last line.").Select(unit => (unit.Unit.Line, unit.Unit.IsLine, unit.Unit.IsClosed)));

    [Fact]
    public void Every_word_is_in_one_unit_and_in_order() => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat).Sample(text =>
    {
        var words = new TokenBuffer(withOffsets: true);
        var bytes = Encoding.UTF8.GetBytes(text);
        Tokenizer.Tokenize(bytes, words);
        var units = new UnitSplitter().Split(bytes, words);
        Assert.Equal(Enumerable.Range(0, words.Count), units.SelectMany(unit => Enumerable.Range(unit.FirstWord, unit.Words)));
        Assert.All(units, unit => Assert.True(unit.Words > 0));
    });

    private static List<(TextUnit Unit, string Text)> Split(string text)
    {
        var words = new TokenBuffer(withOffsets: true);
        var bytes = Encoding.UTF8.GetBytes(text);
        Tokenizer.Tokenize(bytes, words);
        return [.. new UnitSplitter().Split(bytes, words).Select(unit => (unit, Encoding.UTF8.GetString(bytes[words.Starts[unit.FirstWord]..words.Ends[unit.EndWord - 1]])))];
    }
}
