namespace Similarity;

/// <summary>A line of a text, or a sentence of a line that has several: what a page repeats as a whole.</summary>
/// <param name="FirstWord">Number of its first word in the text.</param>
/// <param name="EndWord">Number of the word behind it.</param>
/// <param name="Line">Number of the line it stands in; lines without a word are not counted.</param>
/// <param name="IsLine">Whether it is the whole line.</param>
/// <param name="IsClosed">Whether a mark that ends a sentence stands behind it.</param>
internal readonly record struct TextUnit(int FirstWord, int EndWord, int Line, bool IsLine, bool IsClosed)
{
    public int Words => EndWord - FirstWord;
}
