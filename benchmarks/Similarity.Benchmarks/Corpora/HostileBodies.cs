namespace Similarity.Benchmarks;

/// <summary>Corpora that break what assumes that texts differ. About 200 invented words an article.</summary>
internal sealed class HostileBodies : IBodySource
{
    private const int Words = 200;
    private readonly CorpusKind _kind;
    private readonly ulong _seed;
    private readonly string[] _shared;

    public HostileBodies(CorpusKind kind, ulong seed)
    {
        (_kind, _seed) = (kind, seed);
        var random = new CorpusRandom(seed, 0, purpose: 1);
        var count = kind switch
        {
            CorpusKind.Template => 80,
            CorpusKind.OneBucket => 21,
            _ => Words,
        };
        _shared = InventedWords.Sentence(ref random, count).Split(' ');
    }

    public string Title(int number)
    {
        var random = new CorpusRandom(_seed, _kind == CorpusKind.Identical ? 0 : number, purpose: 2);
        return InventedWords.Sentence(ref random, 7);
    }

    public string Body(int number)
    {
        var random = new CorpusRandom(_seed, number, purpose: 3);
        switch (_kind)
        {
            case CorpusKind.Identical:
                return string.Join(' ', _shared);
            case CorpusKind.NearIdentical:
                string[] words = [.. _shared];
                // The number is part of the word, so that no two articles are identical.
                words[random.Below(Words)] = InventedWords.Word(random.Next()) + InventedWords.Word((ulong)number << 4) + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return string.Join(' ', words);
            case CorpusKind.Template:
                return string.Join(' ', _shared) + "\n\n" + InventedWords.Sentence(ref random, 120);
            default:
                return InventedWords.Sentence(ref random, 180) + "\n\n" + string.Join(' ', _shared);
        }
    }
}
