using CsCheck;

namespace Similarity.Formats.Tests;

public sealed class ArticleParserTests : ArticleParserFixture
{
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
        Assert.Equal(new DateTime(2026, 3, 4, 10, 0, 0).Ticks, Article.PublishedTicks);
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
                Assert.Equal(new DateTime(2026, 1, 1).Ticks, Article.PublishedTicks);
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
        Assert.True(Article.Body.IsEmpty);
        Accept("""{"id":"a","title":null,"body":null}""");
        Assert.True(Article.Body.IsEmpty);
        var fault = Reject("""{"id":"a","language":"en"}""");
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

    [Theory]
    [InlineData("1772618400")]
    [InlineData("1772618400.75")]
    [InlineData("1772618400000")]
    [InlineData("\"1772618400\"")]
    [InlineData("\"Wed, 04 Mar 2026 11:00:00 +0100\"")]
    public void Times_are_read_from_numbers_and_text(string value)
    {
        Accept($"{{\"published\":{value},\"body\":\"b\"}}");
        Assert.Equal(new DateTime(2026, 3, 4, 10, 0, 0).Ticks, Article.PublishedTicks);
    }

    [Fact]
    public void Names_given_by_the_user_replace_the_usual_ones()
    {
        var names = FieldNames.Default with { Body = ["Fließtext"], Title = ["überschrift"], Id = ["body"] };
        Assert.Null(new ArticleParser(names).Parse("""{"body":"the-id","Fließtext":"b","überschrift":"t","title":"no"}"""u8, Article, out _));
        Assert.Equal(("the-id", "b", "t"), (Get(ArticleField.Id), Get(ArticleField.Body), Get(ArticleField.Title)));
    }

    [Fact]
    public void Nothing_of_one_record_is_left_in_the_next()
    {
        var parser = new ArticleParser(FieldNames.Default);
        Assert.Null(parser.Parse("""{"id":"a","outlet":"o","title":"t","body":"b","published":"2026-03-04","url":"u","lang":"en"}"""u8, Article, out _));
        Assert.NotNull(parser.Parse("""{"body":5}"""u8, Article, out _));
        Assert.Null(parser.Parse("""{"text":"c"}"""u8, Article, out var notice));
        Assert.Null(notice);
        Assert.Null(Article.PublishedTicks);
        Assert.Equal("c", string.Concat(Enum.GetValues<ArticleField>().Select(Get)));
    }
}
