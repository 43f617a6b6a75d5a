using System.Text;

namespace Similarity.Tests;

public sealed class QuoteMarksTests
{
    [Theory]
    [InlineData("He said “no rain” today", "..qq.")]
    [InlineData("He said \"no rain\" today", "..qq.")]
    [InlineData("Er sagte „kein Regen“ heute", "..qqq")]
    [InlineData("Il dit «pas de pluie» ici", "..qqq.")]
    [InlineData("“open\nnext line", "q..")]
    [InlineData("don’t stop", "...")]
    public void Words_between_marks_are_quoted_until_the_line_ends(string text, string expected)
    {
        var article = new ArticleBuffer();
        article.Set(ArticleField.Body, Encoding.UTF8.GetBytes(text));
        var compared = new ComparedText(new FeatureOptions { BriefWords = 0, Furniture = FurnitureOptions.None });
        compared.Read(article);
        var aligned = new AlignedText();
        aligned.Read(compared);
        Assert.Equal(expected, string.Concat(aligned.Quoted.ToArray().Select(isQuoted => isQuoted ? 'q' : '.')));
    }
}
