using System.Text;
using CsCheck;

namespace Similarity.Formats.Tests;

public sealed class ArticleParserFaultTests : ArticleParserFixture
{
    [Theory]
    [InlineData("\\uD83D")]
    [InlineData("\\uDE80 x")]
    [InlineData("\\uD83Dx")]
    public void Half_a_surrogate_pair_in_the_text_rejects_the_record_and_names_the_field(string half)
    {
        var fault = Reject($"{{\"id\":\"a\",\"body\":\"{half}\"}}");
        Assert.Equal("body", fault.Field);
        Assert.Contains("half of a surrogate pair", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("title", Reject($"{{\"title\":\"{half}\"}}").Field);
    }

    [Fact]
    public void A_title_that_cannot_be_used_is_noted_where_the_body_can()
    {
        Assert.Null(Parse("""{"title":"\uD83D","body":"b"}""", out var notice));
        Assert.Equal(("title", RejectOutcome.Noted), (notice?.Field, notice?.Outcome));
        Assert.Null(Parse("""{"title":17,"body":"b"}""", out notice));
        Assert.Equal("title", notice?.Field);
        Assert.Equal("body", Reject("""{"title":"a","body":17}""").Field);
    }

    [Fact]
    public void Half_a_surrogate_pair_elsewhere_is_noted_or_does_not_matter()
    {
        Assert.Null(Parse("""{"outlet":"\uD83D","body":"b"}""", out var notice));
        Assert.Equal(("outlet", RejectOutcome.Noted), (notice?.Field, notice?.Outcome));
        Accept("""{"unknown":"\uD83D","\uD83D":1,"body":"b"}""");
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_a_fault_of_their_field_only()
    {
        Assert.Equal("body", Reject([.. "{\"body\":\"caf"u8, 0xE9, .. "\"}"u8]).Field);
        Assert.Null(Parse([.. "{\"published\":\""u8, 0xE9, .. "\",\"body\":\"b\"}"u8], out var notice));
        Assert.Equal("published", notice?.Field);
        Assert.Null(Parse([.. "{\"caf"u8, 0xE9, .. "\":\""u8, 0xE9, .. "\",\"body\":\"b\"}"u8], out notice));
        Assert.Null(notice);
    }

    [Theory]
    [InlineData("[1]", "an array")]
    [InlineData("\"text\"", "text")]
    [InlineData("5", "a number")]
    [InlineData("true", "true or false")]
    [InlineData("null", "null")]
    public void A_record_that_is_no_object_is_rejected(string json, string found) =>
        Assert.Equal($"not a JSON object but {found}", Reject(json).Reason);

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("{")]
    [InlineData("{\"body\"")]
    [InlineData("{\"body\":")]
    [InlineData("{\"body\":\"b")]
    [InlineData("{\"body\":\"b\"")]
    [InlineData("{\"body\":\"b\",}")]
    [InlineData("{\"body\":\"b\"} {}")]
    [InlineData("{\"body\":\"b\"}x")]
    [InlineData("{'body':'b'}")]
    [InlineData("{\"body\":\"b\",\"n\":01}")]
    [InlineData("{\"body\":\"b\",\"n\":NaN}")]
    [InlineData("{\"body\":\"a\nb\"}")]
    [InlineData("{\"source\":{\"name\":")]
    public void What_is_not_JSON_is_rejected_and_says_where(string json)
    {
        var fault = Reject(json);
        Assert.Null(fault.Field);
        Assert.Matches(@"^not a JSON object: .+ \(at byte \d+\)$", fault.Reason);
    }

    [Fact]
    public void Deep_nesting_is_rejected_and_never_a_crash()
    {
        Accept($"{{\"x\":{new string('[', 60)}{new string(']', 60)},\"body\":\"b\"}}");
        var fault = Reject($"{{\"x\":{new string('[', 1_000_000)}");
        Assert.Contains("depth", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("body", "5", "a number")]
    [InlineData("body", "[\"a\"]", "an array")]
    [InlineData("body", "{\"html\":\"x\"}", "an object")]
    [InlineData("title", "true", "true or false")]
    public void Text_of_another_type_rejects_the_record(string field, string value, string found)
    {
        var fault = Reject($"{{\"{field}\":{value}}}");
        Assert.Equal((field, $"expected text, found {found}"), (fault.Field, fault.Reason));
    }

    [Fact]
    public void A_value_that_cannot_be_used_leaves_the_field_to_another_name_in_either_order()
    {
        foreach (var json in new[] { """{"body":{"html":"x"},"text":"t"}""", """{"text":"t","body":{"html":"x"}}""" })
        {
            Assert.Null(Parse(json, out var notice));
            Assert.Equal("t", Get(ArticleField.Body));
            Assert.Equal(("body", RejectOutcome.Noted), (notice?.Field, notice?.Outcome));
        }
        foreach (var json in new[] { """{"content":{"html":"x"},"body":"b"}""", """{"body":"b","content":{"html":"x"}}""" })
        {
            Accept(json);
            Assert.Equal("b", Get(ArticleField.Body));
        }
    }

    [Theory]
    [InlineData("\"published\":\"soon\"", "published")]
    [InlineData("\"published\":[2026]", "published")]
    [InlineData("\"published\":1e400", "published")]
    [InlineData("\"published\":-9223372036854775808", "published")]
    [InlineData("\"published\":99999999999999999999999999", "published")]
    [InlineData("\"outlet\":7", "outlet")]
    [InlineData("\"id\":{\"oid\":1}", "id")]
    [InlineData("\"lang\":[\"en\"]", "language")]
    public void What_theArticle_can_do_without_is_noted(string property, string field)
    {
        Assert.Null(Parse($"{{{property},\"body\":\"b\"}}", out var notice));
        Assert.Equal((field, RejectOutcome.Noted), (notice?.Field, notice?.Outcome));
        Assert.Null(Article.PublishedTicks);
        Assert.Equal("b", Get(ArticleField.Body));
    }

    [Fact]
    public void Any_bytes_are_parsed_or_rejected_and_never_a_crash()
    {
        var piece = Gen.OneOf("{", "}", "[", "]", ":", ",", "\"", "\\", "\\ud800", "body", "\"body\"", "\"published\"", "\"source\"", "null", "1e5", " ", "\u00E9");
        Gen.Select(piece.Array[0, 20], Gen.Byte.Array[0, 3], Gen.Int[0, 40]).Sample((pieces, noise, at) =>
        {
            var bytes = Encoding.UTF8.GetBytes("{\"body\":\"b\"" + string.Concat(pieces)).ToList();
            bytes.InsertRange(Math.Min(at, bytes.Count), noise);
            _ = new ArticleParser(FieldNames.Default).Parse(bytes.ToArray(), new ArticleBuffer(), out _);
        });
    }
}
