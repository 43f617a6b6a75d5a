using System.Text;
using CsCheck;

namespace Similarity.Formats.Tests;

public class PlainRecordTests
{
    [Fact]
    public void A_record_reads_the_same_whether_or_not_the_scanner_gives_up_on_it()
    {
        string[] values =
        [
            "\"some words\"", "\"caf\\u00e9 \\\"q\\\"\\n\"", "\"\"", "null", "17", "-1.5", "{\"name\":\"The Post\"}", "[1]", "true", "\"2026-02-25\"",
            "\"Wed, 25 Feb 2026 06:40:00 GMT\"", "1771999200", "\"someday\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "\"日本\"",
        ];
        string[] names = ["id", "guid", "url", "outlet", "source", "title", "headline", "body", "text", "content", "published", "date", "lang", "other", "BODY"];
        var property = Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, values.Length - 1]).Select(pick => $"\"{names[pick.Item1]}\":{values[pick.Item2]}");
        property.Array[0, 8].Sample(properties =>
        {
            var plain = Encoding.UTF8.GetBytes($"{{{string.Join(',', properties)}}}");
            var careful = Encoding.UTF8.GetBytes($"{{\"\\u007a\":0{string.Concat(properties.Select(text => $",{text}"))}}}");
            Assert.Equal(Describe(careful), Describe(plain));
        });

        static string Describe(byte[] json)
        {
            var article = new ArticleBuffer();
            var fault = new ArticleParser(FieldNames.Default).Parse(json, article, out var notice);
            var fields = Enum.GetValues<ArticleField>().Select(field => Encoding.UTF8.GetString(article.Get(field)));
            return fault is null ? $"{notice} {article.PublishedTicks} {string.Join('|', fields)}" : $"{fault}";
        }
    }
}
