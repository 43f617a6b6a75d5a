using BenchmarkDotNet.Attributes;

namespace Similarity.Benchmarks;

/// <summary>Text to word hashes, against its specification and against copying the same bytes.</summary>
public class Tokenizing : IStageWork
{
    private readonly TokenBuffer _tokens = new();
    private byte[][] _bodies = [];
    private byte[] _copy = [];

    public long Bytes => StageTexts.BodyBytes;

    public long Items => 0;

    [GlobalSetup]
    public void SetUp()
    {
        _bodies = StageTexts.Bodies;
        _copy = new byte[_bodies.Max(body => body.Length)];
    }

    [Benchmark]
    public int Fast()
    {
        var count = 0;
        foreach (var body in _bodies)
        {
            _tokens.Clear();
            Tokenizer.Tokenize(body, _tokens);
            count += _tokens.Count;
        }
        return count;
    }

    [Benchmark(Baseline = true)]
    public int Specification()
    {
        Span<byte> folded = stackalloc byte[OpenToken<HashSink>.BufferBytes];
        var count = 0;
        foreach (var body in _bodies)
        {
            _tokens.Clear();
            _ = ScalarTokenizer.Run(body, folded, new HashSink(_tokens));
            count += _tokens.Count;
        }
        return count;
    }

    [Benchmark]
    public byte Copy()
    {
        byte last = 0;
        foreach (var body in _bodies)
        {
            body.CopyTo(_copy.AsSpan());
            last ^= _copy[^1];
        }
        return last;
    }
}
