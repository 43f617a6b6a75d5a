using System.Text;

namespace Similarity.Formats.Tests;

/// <summary>Parses records with the usual names.</summary>
public abstract class ArticleParserFixture
{
    private protected ArticleBuffer Article { get; } = new();

    private protected void Accept(string json)
    {
        Assert.Null(Parse(json, out var notice));
        Assert.Null(notice);
    }

    private protected RecordFault Reject(string json) => Reject(Encoding.UTF8.GetBytes(json));

    private protected RecordFault Reject(byte[] json)
    {
        var fault = Assert.NotNull(Parse(json, out var notice));
        Assert.Equal(RejectOutcome.Rejected, fault.Outcome);
        Assert.Null(notice);
        return fault;
    }

    private protected RecordFault? Parse(string json, out RecordFault? notice) => Parse(Encoding.UTF8.GetBytes(json), out notice);

    private protected RecordFault? Parse(byte[] json, out RecordFault? notice) =>
        new ArticleParser(FieldNames.Default).Parse(json, Article, out notice);

    private protected string Get(ArticleField field) => Encoding.UTF8.GetString(Article.Get(field));
}
