using System.Text.Json;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>From a JSON record to the features of its text, stage by stage.</summary>
internal sealed class TextCases(BenchTexts texts)
{
    private static readonly int Width = new FeatureOptions().ShingleWords;
    private static readonly int Window = new FeatureOptions().FingerprintWindow;
    private const int Lanes = 128;

    private readonly ArticleParser _parser = new(FieldNames.Default);
    private readonly ArticleBuffer _article = new();
    private readonly TokenBuffer _tokens = new();
    private readonly ulong[][] _words = [.. texts.Bodies.Select(WordsOf)];
    private readonly ulong[][] _texts = [.. texts.Bodies.Select(body => ShinglesOf(WordsOf(body)))];
    private readonly ulong[] _shingles = new ulong[1 << 14];
    private readonly ulong[] _smallest = new ulong[1 << 14];
    private readonly uint[] _fingerprints = new uint[1 << 14];
    private readonly uint[] _signature = new uint[Lanes];
    private readonly MinHasher _minHasher = new(Lanes);

    public IEnumerable<BenchCase> All()
    {
        var shingles = _words.Sum(words => (long)Shingles.CountFor(words.Length, Width));
        yield return new("JSON record to article", "article", texts.Records.Length, texts.BodyBytes, 0, Parse, CheckParse);
        yield return new("text to words", "article", texts.Bodies.Length, texts.BodyBytes, 0, Tokenize, CheckTokenize);
        yield return new("words to shingles", "shingle", shingles, texts.BodyBytes, 0, Roll, CheckRoll) { HasLimit = false };
        yield return new("text to shingles", "article", texts.Bodies.Length, texts.BodyBytes, 0, TokenizeAndRoll, CheckTokenizeAndRoll);
        yield return new("shingles to signature, 128 lanes", "shingle", shingles, 0, 0, Sign, CheckSign);
        yield return new("shingles to fingerprints", "shingle", shingles, 0, 0, Winnow, CheckWinnow);
        yield return new("record to features, all of these", "article", texts.Records.Length, texts.BodyBytes, 0, Extract, CheckExtract);
    }

    private static ulong[] WordsOf(byte[] body)
    {
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize(body, tokens);
        return tokens.Hashes.ToArray();
    }

    private static ulong[] ShinglesOf(ulong[] words)
    {
        var shingles = new ulong[Shingles.CountFor(words.Length, Width)];
        Shingles.RollScalar(words, Width, shingles);
        return shingles;
    }

    private long Parse()
    {
        var bytes = 0L;
        foreach (var record in texts.Records)
        {
            _ = _parser.Parse(record, _article, out _);
            bytes += _article.Body.Length;
        }
        return bytes;
    }

    private bool CheckParse() => texts.Records.All(record =>
    {
        using var document = JsonDocument.Parse(record);
        return _parser.Parse(record, _article, out _) is null && document.RootElement.GetProperty("body").ValueEquals(_article.Body);
    });

    private long Tokenize()
    {
        var count = 0L;
        foreach (var body in texts.Bodies)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(body, _tokens);
            count += _tokens.Count;
        }
        return count;
    }

    private bool CheckTokenize()
    {
        Span<byte> folded = stackalloc byte[OpenToken<HashSink>.BufferBytes];
        for (var i = 0; i < texts.Bodies.Length; i++)
        {
            _tokens.Clear();
            _ = ScalarTokenizer.Run(texts.Bodies[i], folded, new HashSink(_tokens));
            if (!_tokens.Hashes.SequenceEqual(_words[i])) return false;
        }
        return true;
    }

    private long Roll()
    {
        var count = 0L;
        foreach (var words in _words) count += Shingles.Roll(words, Width, _shingles);
        return count;
    }

    private bool CheckRoll() => _words.Zip(_texts).All(text =>
        _shingles.AsSpan(0, Shingles.Roll(text.First, Width, _shingles)).SequenceEqual(text.Second));

    private long TokenizeAndRoll()
    {
        var count = 0L;
        foreach (var body in texts.Bodies) count += ShinglesInto(body);
        return count;
    }

    private bool CheckTokenizeAndRoll() => texts.Bodies.Zip(_texts).All(text =>
        _shingles.AsSpan(0, ShinglesInto(text.First)).SequenceEqual(text.Second));

    private int ShinglesInto(byte[] body)
    {
        _tokens.Clear();
        Tokenizer.Tokenize(body, _tokens);
        return Shingles.Roll(_tokens.Hashes, Width, _shingles);
    }

    private long Sign()
    {
        var sum = 0L;
        foreach (var shingles in _texts)
        {
            _minHasher.Sign(shingles, _signature);
            sum += _signature[0];
        }
        return sum;
    }

    private bool CheckSign() => _texts.Take(500).All(shingles =>
    {
        _minHasher.Sign(shingles, _signature);
        var expected = new uint[Lanes];
        MinHasher.SignScalar(shingles, expected);
        return expected.AsSpan().SequenceEqual(_signature);
    });

    private long Winnow()
    {
        var count = 0L;
        foreach (var shingles in _texts) count += Winnowing.Select(shingles, Window, _smallest, _fingerprints);
        return count;
    }

    private bool CheckWinnow() => _texts.All(shingles =>
    {
        var expected = new uint[shingles.Length];
        var count = Winnowing.SelectScalar(shingles, Window, expected);
        return Winnowing.Select(shingles, Window, _smallest, _fingerprints) == count && _fingerprints.AsSpan(0, count).SequenceEqual(expected.AsSpan(0, count));
    });

    private long Extract() => Features(new DeduplicationOptions()).Count;

    /// <summary>The fingerprints of each article are those that the scalar forms choose, where nothing is left out of the texts.</summary>
    private bool CheckExtract()
    {
        var batch = Features(new DeduplicationOptions { Features = new FeatureOptions { Furniture = FurnitureOptions.None } });
        for (var i = 0; i < _texts.Length; i++)
        {
            ref readonly var row = ref batch.Rows[i];
            var chosen = new uint[_texts[i].Length];
            var expected = chosen.Take(Winnowing.SelectScalar(_texts[i], Window, chosen)).Distinct().Order();
            var end = i + 1 < batch.Count ? (int)batch.Rows[i + 1].Features : batch.Features.Length;
            if (!batch.Features[(end - row.Fingerprints)..end].ToArray().SequenceEqual(expected)) return false;
        }
        return true;
    }

    private FeatureBatch Features(DeduplicationOptions options)
    {
        var extractor = new Deduplication(options).CreateExtractor();
        var batch = new FeatureBatch();
        foreach (var record in texts.Records)
        {
            _ = _parser.Parse(record, _article, out _);
            extractor.Extract(_article, batch);
        }
        return batch;
    }
}
