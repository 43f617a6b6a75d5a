using System.Text;
using CsCheck;

namespace Similarity.Formats.Tests;

public class ArticleParserTests
{
    private readonly ArticleBuffer _article = new();

    [Theory]
    [InlineData("id", ArticleField.Id)]
    [InlineData("guid", ArticleField.Id)]
    [InlineData("url", ArticleField.Id)]
    [InlineData("outlet", ArticleField.Outlet)]
    [InlineData("source", ArticleField.Outlet)]
    [InlineData("publisher", ArticleField.Outlet)]
    [InlineData("site", ArticleField.Outlet)]
    [InlineData("domain", ArticleField.Outlet)]
    [InlineData("title", ArticleField.Title)]
    [InlineData("headline", ArticleField.Title)]
    [InlineData("body", ArticleField.Body)]
    [InlineData("text", ArticleField.Body)]
    [InlineData("content", ArticleField.Body)]
    [InlineData("maintext", ArticleField.Body)]
    [InlineData("url", ArticleField.Url)]
    [InlineData("link", ArticleField.Url)]
    [InlineData("language", ArticleField.Language)]
    [InlineData("lang", ArticleField.Language)]
    public void Every_usual_name_is_understood_in_any_case(string name, ArticleField field)
    {
        foreach (var spelling in new[] { name, name.ToUpperInvariant(), $"\\u{(int)name[0]:x4}{name[1..]}" })
        {
            var text = field is ArticleField.Body ? "" : ",\"body\":\"It rained.\"";
            Assert.Null(Parse($"{{\"{spelling}\":\"a value\"{text}}}", out var notice));
            Assert.Null(notice);
            Assert.Equal("a value", Get(field));
        }
    }

    [Theory]
    [InlineData("published")]
    [InlineData("published_at")]
    [InlineData("date")]
    [InlineData("pubdate")]
    [InlineData("pubDate")]
    public void Every_usual_name_of_the_time_is_understood(string name)
    {
        Accept($"{{\"body\":\"b\",\"{name}\":\"2026-03-04T10:00:00Z\"}}");
        Assert.Equal(new DateTime(2026, 3, 4, 10, 0, 0).Ticks, _article.PublishedTicks);
    }

    [Fact]
    public void The_better_name_wins_whatever_the_order_of_the_properties()
    {
        var properties = new[] { "\"maintext\":\"4\"", "\"content\":\"3\"", "\"text\":\"2\"", "\"body\":\"1\"", "\"url\":\"u\"", "\"guid\":\"g\"", "\"date\":\"2026-01-02\"", "\"published\":\"2026-01-01\"" };
        Gen.Shuffle(properties).Sample(
            shuffled =>
            {
                Accept($"{{{string.Join(',', shuffled)}}}");
                Assert.Equal(("1", "g", "u"), (Get(ArticleField.Body), Get(ArticleField.Id), Get(ArticleField.Url)));
                Assert.Equal(new DateTime(2026, 1, 1).Ticks, _article.PublishedTicks);
            },
            threads: 1);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void A_better_name_without_a_value_leaves_the_field_to_the_next(string nothing)
    {
        foreach (var json in new[] { $"{{\"id\":{nothing},\"url\":\"u\",\"body\":{nothing},\"text\":\"t\"}}", $"{{\"text\":\"t\",\"url\":\"u\",\"body\":{nothing},\"id\":{nothing}}}" })
        {
            Accept(json);
            Assert.Equal(("t", "u"), (Get(ArticleField.Body), Get(ArticleField.Id)));
        }
    }

    [Fact]
    public void Empty_text_is_text_and_missing_text_is_not()
    {
        Accept("""{"id":"a","title":null,"body":""}""");
        Assert.True(_article.Body.IsEmpty);
        var fault = Reject("""{"id":"a","title":null,"body":null}""");
        Assert.Equal("body", fault.Field);
        Assert.Contains("none of body, text, content, maintext, title, headline is there", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("body", Reject("{}").Field);
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("-7", "-7")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.50", "1.50")]
    public void A_number_is_an_identifier_as_it_is_written(string number, string expected)
    {
        Accept($"{{\"id\":{number},\"body\":\"b\"}}");
        Assert.Equal(expected, Get(ArticleField.Id));
    }

    [Theory]
    [InlineData("""{"id":null,"name":"The Dunmere Post","logo":{"name":"no"}}""", "The Dunmere Post")]
    [InlineData("""{"logo":{"name":"no"},"name":"The Dunmere Post"}""", "The Dunmere Post")]
    [InlineData("""{"name":null}""", "other")]
    [InlineData("""{"name":5}""", "other")]
    [InlineData("""{}""", "other")]
    public void An_outlet_that_is_an_object_goes_by_its_name(string outlet, string expected)
    {
        Accept($"{{\"publisher\":\"other\",\"source\":{outlet},\"body\":\"b\"}}");
        Assert.Equal(expected, Get(ArticleField.Outlet));
        Assert.Equal("b", Get(ArticleField.Body));
    }

    [Fact]
    public void Escapes_are_resolved()
    {
        Accept("""{"body":"a\"b\\c\/d\b\f\n\r\t\u00e9\uD83D\uDE80","title":"\u0000"}""");
        Assert.Equal("a\"b\\c/d\b\f\n\r\té🚀", Get(ArticleField.Body));
        Assert.Equal("\0", Get(ArticleField.Title));
    }

    [Theory]
    [InlineData("\\uD83D")]
    [InlineData("\\uDE80 x")]
    [InlineData("\\uD83Dx")]
    public void Half_a_surrogate_pair_in_the_text_rejects_the_record_and_names_the_field(string half)
    {
        var fault = Reject($"{{\"id\":\"a\",\"body\":\"{half}\"}}");
        Assert.Equal("body", fault.Field);
        Assert.Contains("half of a surrogate pair", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("title", Reject($"{{\"title\":\"{half}\",\"body\":\"b\"}}").Field);
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
    public void Of_two_properties_with_one_name_the_first_counts()
    {
        Accept("""{"id":"a","id":"b","body":"first","body":"second","Body":"third"}""");
        Assert.Equal(("a", "first"), (Get(ArticleField.Id), Get(ArticleField.Body)));
    }

    [Fact]
    public void Unknown_fields_of_any_shape_are_passed_over()
    {
        Accept("""{"n":1e999,"a":[{"body":"no"},[],null],"o":{"id":"no","title":"no"},"body":"yes","":""}""");
        Assert.Equal(("yes", "", ""), (Get(ArticleField.Body), Get(ArticleField.Id), Get(ArticleField.Title)));
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
    public void What_the_article_can_do_without_is_noted(string property, string field)
    {
        Assert.Null(Parse($"{{{property},\"body\":\"b\"}}", out var notice));
        Assert.Equal((field, RejectOutcome.Noted), (notice?.Field, notice?.Outcome));
        Assert.Null(_article.PublishedTicks);
        Assert.Equal("b", Get(ArticleField.Body));
    }

    [Theory]
    [InlineData("1772618400")]
    [InlineData("1772618400.75")]
    [InlineData("1772618400000")]
    [InlineData("\"1772618400\"")]
    [InlineData("\"Wed, 04 Mar 2026 11:00:00 +0100\"")]
    public void Times_are_read_from_numbers_and_text(string value)
    {
        Accept($"{{\"published\":{value},\"body\":\"b\"}}");
        Assert.Equal(new DateTime(2026, 3, 4, 10, 0, 0).Ticks, _article.PublishedTicks);
    }

    [Fact]
    public void Names_given_by_the_user_replace_the_usual_ones()
    {
        var names = FieldNames.Default with { Body = ["Fließtext"], Title = ["überschrift"], Id = ["body"] };
        Assert.Null(new ArticleParser(names).Parse("""{"body":"the-id","Fließtext":"b","überschrift":"t","title":"no"}"""u8, _article, out _));
        Assert.Equal(("the-id", "b", "t"), (Get(ArticleField.Id), Get(ArticleField.Body), Get(ArticleField.Title)));
    }

    [Fact]
    public void Nothing_of_one_record_is_left_in_the_next()
    {
        var parser = new ArticleParser(FieldNames.Default);
        Assert.Null(parser.Parse("""{"id":"a","outlet":"o","title":"t","body":"b","published":"2026-03-04","url":"u","lang":"en"}"""u8, _article, out _));
        Assert.NotNull(parser.Parse("""{"body":5}"""u8, _article, out _));
        Assert.Null(parser.Parse("""{"text":"c"}"""u8, _article, out var notice));
        Assert.Null(notice);
        Assert.Null(_article.PublishedTicks);
        Assert.Equal("c", string.Concat(Enum.GetValues<ArticleField>().Select(Get)));
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

    private void Accept(string json)
    {
        Assert.Null(Parse(json, out var notice));
        Assert.Null(notice);
    }

    private RecordFault Reject(string json) => Reject(Encoding.UTF8.GetBytes(json));

    private RecordFault Reject(byte[] json)
    {
        var fault = Assert.NotNull(Parse(json, out var notice));
        Assert.Equal(RejectOutcome.Rejected, fault.Outcome);
        Assert.Null(notice);
        return fault;
    }

    private RecordFault? Parse(string json, out RecordFault? notice) => Parse(Encoding.UTF8.GetBytes(json), out notice);

    private RecordFault? Parse(byte[] json, out RecordFault? notice) =>
        new ArticleParser(FieldNames.Default).Parse(json, _article, out notice);

    private string Get(ArticleField field) => Encoding.UTF8.GetString(_article.Get(field));
}
