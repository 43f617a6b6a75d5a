using System.Text.Json;

namespace Similarity.Formats;

/// <summary>
/// One record, a JSON object, to an article. Takes the first of a field's names whose value can be used and is not
/// empty, whatever the order of the properties; of two properties with one name, the first.
/// </summary>
/// <remarks>Not thread-safe. Does not allocate for a record that is in order.</remarks>
internal sealed class ArticleParser(FieldNames names)
{
    private const int Fields = (int)ArticleField.Published + 1;
    private const int Nowhere = int.MaxValue;

    /// <summary>The place of a null: the field is there, and any value is better.</summary>
    private const int Null = Nowhere - 1;

    /// <summary>Added to the place of an empty value, so that any other is better.</summary>
    private const int Behind = 1 << 16;

    private readonly FieldLookup _lookup = new(names);
    private readonly RecordShape _shape = new();
    private readonly int[] _places = new int[Fields];
    private readonly (int Place, string Reason)[] _faults = new (int, string)[Fields];

    /// <summary>Fills <paramref name="article"/>, or says what is wrong with the record.</summary>
    /// <param name="json">The record, without line feed.</param>
    /// <param name="article">What is filled.</param>
    /// <param name="notice">
    /// What is wrong with a field that the article does without; the record is not rejected for it.
    /// </param>
    /// <returns>Why the record is rejected; <see langword="null"/> where it is not.</returns>
    public RecordFault? Parse(ReadOnlySpan<byte> json, ArticleBuffer article, out RecordFault? notice)
    {
        notice = null;
        if (ReadPlainly(json, article)) return null;

        Begin(article);
        Array.Fill(_faults, (Nowhere, ""));
        try
        {
            return Read(json, article) ?? Judge(out notice);
        }
        catch (JsonException fault)
        {
            return new RecordFault(0, null, $"not a JSON object: {Explain(fault)}");
        }
    }

    private void Begin(ArticleBuffer article)
    {
        article.Clear();
        Array.Fill(_places, Nowhere);
    }

    /// <summary>
    /// Reads a record in which everything is as it should be, which nearly all are, at the speed of the scanner. False
    /// where <see cref="Read"/> has to look at it; what that accepts, it reads alike.
    /// </summary>
    private bool ReadPlainly(ReadOnlySpan<byte> json, ArticleBuffer article)
    {
        Begin(article);
        var scanner = new JsonObjectScanner(json, _lookup, _shape);
        while (scanner.Next())
        {
            if (scanner.Uses.Length > 0 && !TakePlainly(ref scanner, article)) return false;
        }
        return !scanner.GaveUp && (_places[(int)ArticleField.Body] != Nowhere || Missing() is null);
    }

    private bool IsNull(JsonTokenType type, FieldLookup.Use use)
    {
        if (type != JsonTokenType.Null) return false;
        ref var place = ref _places[(int)use.Field];
        place = Math.Min(place, Null);
        return true;
    }

    /// <summary>What the record lacks, where it lacks what an article cannot do without.</summary>
    private RecordFault? Missing()
    {
        if (_places[(int)ArticleField.Body] != Nowhere) return null;
        if (names.BodyIsRequired) return new RecordFault(0, "body", $"no text: {string.Join(", ", names.Body)} is not there");
        return _places[(int)ArticleField.Title] == Nowhere
            ? new RecordFault(0, "body", $"no text: none of {string.Join(", ", names.Body.Concat(names.Title))} is there")
            : null;
    }

    private bool TakePlainly(ref JsonObjectScanner scanner, ArticleBuffer article)
    {
        var uses = scanner.Uses;
        if (scanner.Type != JsonTokenType.String) return PassOver(scanner.Type, uses);
        var isBetter = false;
        foreach (var use in uses) isBetter |= use.Place < _places[(int)use.Field];
        if (!isBetter) return true;

        var space = article.Reserve(scanner.LongestString);
        if (!scanner.Decode(space, out var length)) return false;
        var value = space[..length];
        var isKept = false;
        foreach (var use in uses)
        {
            ref var best = ref _places[(int)use.Field];
            var place = value.IsEmpty ? use.Place + Behind : use.Place;
            if (place >= best) continue;
            if (use.Field == ArticleField.Published)
            {
                if (value.IsEmpty) continue;
                if (!PublishedTime.TryParse(value, out var ticks)) return false;
                article.PublishedTicks = ticks;
            }
            else if (isKept)
            {
                article.Set(use.Field, value);
            }
            else
            {
                article.Commit(use.Field, length);
                isKept = true;
            }
            best = place;
        }
        return true;
    }

    /// <summary>Notes a null; false where another value would be used, which the full reader has to look at.</summary>
    private bool PassOver(JsonTokenType type, ReadOnlySpan<FieldLookup.Use> uses)
    {
        foreach (var use in uses)
        {
            if (!IsNull(type, use) && use.Place < _places[(int)use.Field]) return false;
        }
        return true;
    }

    private RecordFault? Read(ReadOnlySpan<byte> json, ArticleBuffer article)
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
                if (IsNull(reader.TokenType, use) || use.Place >= _places[(int)use.Field]) continue;
                ref var fault = ref _faults[(int)use.Field];
                if (Take(ref reader, use, article) is { } reason && use.Place < fault.Place) fault = (use.Place, reason);
            }
            reader.Skip();
        }
        // The reader checks that nothing follows the object.
        _ = reader.Read();
        return null;
    }

    /// <summary>What the values that could not be used mean for the record.</summary>
    private RecordFault? Judge(out RecordFault? notice)
    {
        notice = null;
        for (var field = 0; field < Fields; field++)
        {
            var (place, reason) = _faults[field];
            if (place >= _places[field]) continue;
            var fault = new RecordFault(0, ((ArticleField)field).ToString().ToLowerInvariant(), reason);
            // Without its body an article would be another one; without its title it is still what it was.
            var needed = (ArticleField)field == ArticleField.Body || _places[(int)ArticleField.Body] >= Null;
            if (needed && (ArticleField)field is ArticleField.Title or ArticleField.Body && _places[field] >= Null) return fault;
            notice ??= fault with { Outcome = RejectOutcome.Noted };
        }
        return Missing();
    }

    /// <summary>Takes the value, or says why it cannot be used.</summary>
    private string? Take(ref Utf8JsonReader reader, FieldLookup.Use use, ArticleBuffer article)
    {
        try
        {
            return (reader.TokenType, use.Field) switch
            {
                (_, ArticleField.Published) => TakePublished(ref reader, use, article),
                (JsonTokenType.String, _) => TakeText(ref reader, use, article),
                (JsonTokenType.Number, ArticleField.Id) => TakeNumber(ref reader, use, article),
                (JsonTokenType.StartObject, ArticleField.Outlet) => TakeName(ref reader, use, article),
                _ => $"expected text, found {Describe(reader.TokenType)}",
            };
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's word for text that is not UTF-8, or an escape that is half a character.
            return "holds bytes that are not UTF-8, or half of a surrogate pair";
        }
    }

    private string? TakeText(ref Utf8JsonReader reader, FieldLookup.Use use, ArticleBuffer article)
    {
        var place = reader.ValueSpan.IsEmpty ? use.Place + Behind : use.Place;
        if (place >= _places[(int)use.Field]) return null;
        article.Commit(use.Field, reader.CopyString(article.Reserve(reader.ValueSpan.Length)));
        _places[(int)use.Field] = place;
        return null;
    }

    private string? TakeNumber(ref Utf8JsonReader reader, FieldLookup.Use use, ArticleBuffer article)
    {
        article.Set(use.Field, reader.ValueSpan);
        _places[(int)use.Field] = use.Place;
        return null;
    }

    /// <summary>An outlet given as an object, as news interfaces do: its name.</summary>
    private string? TakeName(ref Utf8JsonReader reader, FieldLookup.Use use, ArticleBuffer article)
    {
        var inside = reader;
        while (inside.Read() && inside.TokenType == JsonTokenType.PropertyName)
        {
            var isName = inside.ValueTextEquals("name"u8);
            _ = inside.Read();
            if (isName && inside.TokenType == JsonTokenType.String) return TakeText(ref inside, use, article);
            inside.Skip();
        }
        return null;
    }

    private string? TakePublished(ref Utf8JsonReader reader, FieldLookup.Use use, ArticleBuffer article)
    {
        long ticks;
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueSpan.IsEmpty:
                return null;
            case JsonTokenType.String when PublishedTime.TryParse(reader.GetString(), out ticks):
            case JsonTokenType.Number when TryGetWhole(ref reader, out var number) && PublishedTime.TryFromNumber(number, out ticks):
                article.PublishedTicks = ticks;
                _places[(int)use.Field] = use.Place;
                return null;
            default:
                return "not a date that can be read, or not clear which number is the month, and passed over";
        }
    }

    /// <summary>The number without its fraction: clocks write seconds with one.</summary>
    private static bool TryGetWhole(ref Utf8JsonReader reader, out long whole)
    {
        if (reader.TryGetInt64(out whole)) return true;
        if (!reader.TryGetDouble(out var number) || Math.Abs(number) >= 1e15) return false;
        whole = (long)number;
        return true;
    }

    private static byte[] Unescape(ref Utf8JsonReader reader)
    {
        var name = new byte[reader.ValueSpan.Length];
        try
        {
            return name[..reader.CopyString(name)];
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: whatever it names, it is none of ours.
            return [];
        }
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
        var advice = reason.IndexOf(" Change the reader options", StringComparison.Ordinal);
        if (advice >= 0) reason = reason[..advice];
        return $"{reason.TrimEnd('.')} (at byte {fault.BytePositionInLine})";
    }
}
