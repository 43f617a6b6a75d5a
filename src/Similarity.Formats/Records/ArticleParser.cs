using System.Text.Json;

namespace Similarity.Formats;

/// <summary>
/// One record, a JSON object, to an article. Takes the first of a field's names whose value is not null, whatever the
/// order of the properties.
/// </summary>
/// <remarks>Not thread-safe. Does not allocate for a record that is in order.</remarks>
internal sealed class ArticleParser(FieldNames names)
{
    private readonly FieldLookup _lookup = new(names);
    private readonly int[] _places = new int[(int)ArticleField.Published + 1];

    /// <summary>Fills <paramref name="article"/>, or says what is wrong with the record.</summary>
    /// <param name="json">The record, without line feed.</param>
    /// <param name="article">What is filled.</param>
    /// <param name="notice">
    /// What is wrong with a field that the article does without; the record is not rejected for it.
    /// </param>
    /// <returns>Why the record is rejected; <see langword="null"/> where it is not.</returns>
    public RecordFault? Parse(ReadOnlySpan<byte> json, ArticleBuffer article, out RecordFault? notice)
    {
        article.Clear();
        notice = null;
        Array.Fill(_places, int.MaxValue);
        try
        {
            return Read(json, article, ref notice);
        }
        catch (JsonException fault)
        {
            return new RecordFault(0, null, $"not a JSON object: {Explain(fault)}");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's word for text that is not UTF-8, or an escape that is half a character.
            return new RecordFault(0, null, "holds bytes that are not UTF-8, or half of a surrogate pair");
        }
    }

    private RecordFault? Read(ReadOnlySpan<byte> json, ArticleBuffer article, ref RecordFault? notice)
    {
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new RecordFault(0, null, $"not a JSON object but {Describe(reader.TokenType)}");
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var uses = reader.ValueIsEscaped ? _lookup[Unescape(ref reader)] : _lookup[reader.ValueSpan];
            _ = reader.Read();
            foreach (var use in uses)
            {
                if (reader.TokenType == JsonTokenType.Null || use.Place >= _places[(int)use.Field]) continue;
                if (Take(ref reader, use, article) is { } fault)
                {
                    if (use.Field is ArticleField.Title or ArticleField.Body) return fault;
                    notice ??= fault with { Outcome = RejectOutcome.Noted };
                }
            }
            reader.Skip();
        }
        // The reader checks that nothing follows the object.
        _ = reader.Read();
        return _places[(int)ArticleField.Title] == int.MaxValue && _places[(int)ArticleField.Body] == int.MaxValue
            ? new RecordFault(0, "body", $"no text: none of {string.Join(", ", names.Body.Concat(names.Title))} is there")
            : null;
    }

    private RecordFault? Take(ref Utf8JsonReader reader, FieldLookup.Use use, ArticleBuffer article)
    {
        if (use.Field == ArticleField.Published) return TakePublished(ref reader, use.Place, article);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                var length = reader.CopyString(article.Reserve(reader.ValueSpan.Length));
                article.Commit(use.Field, length);
                break;
            case JsonTokenType.Number when use.Field == ArticleField.Id:
                article.Set(use.Field, reader.ValueSpan);
                break;
            case JsonTokenType.StartObject when use.Field == ArticleField.Outlet:
                if (!TakeName(ref reader, article)) return null;
                break;
            default:
                var name = use.Field.ToString().ToLowerInvariant();
                return new RecordFault(0, name, $"expected text, found {Describe(reader.TokenType)}");
        }
        _places[(int)use.Field] = use.Place;
        return null;
    }

    /// <summary>An outlet given as an object, as news interfaces do: its name.</summary>
    private static bool TakeName(ref Utf8JsonReader reader, ArticleBuffer article)
    {
        var inside = reader;
        while (inside.Read() && inside.TokenType == JsonTokenType.PropertyName)
        {
            var isName = inside.ValueTextEquals("name"u8);
            _ = inside.Read();
            if (isName && inside.TokenType == JsonTokenType.String)
            {
                article.Commit(ArticleField.Outlet, inside.CopyString(article.Reserve(inside.ValueSpan.Length)));
                return true;
            }
            inside.Skip();
        }
        return false;
    }

    private RecordFault? TakePublished(ref Utf8JsonReader reader, int place, ArticleBuffer article)
    {
        long ticks;
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueSpan.IsEmpty:
                return null;
            case JsonTokenType.String when PublishedTime.TryParse(reader.GetString()!, out ticks):
            case JsonTokenType.Number when reader.TryGetInt64(out var seconds) && PublishedTime.TryFromUnix(seconds, out ticks):
                article.PublishedTicks = ticks;
                _places[(int)ArticleField.Published] = place;
                return null;
            default:
                return new RecordFault(0, "published", "not a date that can be read; the article is taken as undated");
        }
    }

    private static byte[] Unescape(ref Utf8JsonReader reader)
    {
        var name = new byte[reader.ValueSpan.Length];
        return name[..reader.CopyString(name)];
    }

    private static string Describe(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        JsonTokenType.String => "text",
        _ => "nothing",
    };

    /// <summary>The reader's own words without the line and position in the record, which we give better.</summary>
    private static string Explain(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end < 0 ? fault.Message : fault.Message[..end];
        return $"{reason.TrimEnd('.')} (at byte {fault.BytePositionInLine})";
    }
}
