using System.CommandLine;
using Similarity.FastText;

namespace Similarity.Cli;

/// <summary>The options that say how word vectors are trained.</summary>
internal sealed class TrainingArguments
{
    private static readonly TrainingOptions Usual = new();

    private readonly Option<string> _kind = new("--kind")
    {
        Description = "What is learnt: a word predicts its neighbours, or they predict it.",
        HelpName = "skipgram|cbow",
        DefaultValueFactory = _ => "skipgram",
    };

    private readonly Option<int> _dimension = Number("--dim", "Floats a vector.", Usual.Dimension, 1, 4096);
    private readonly Option<int> _epochs = Number("--epochs", "How often the articles are gone through.", Usual.Epochs, 1, 10_000);
    private readonly Option<int> _leastCount = Number("--min-count", "Words that occur less often are left out.", Usual.LeastCount, 1, int.MaxValue);
    private readonly Option<int> _window = Number("--window", "Words to either side that are context, at most.", Usual.Window, 1, 100);
    private readonly Option<int> _negatives = Number("--negatives", "Words drawn at random against each true one.", Usual.Negatives, 1, 100);
    private readonly Option<int> _mostGram = Number("--max-gram", "Letters of the longest n-gram; 0 for whole words alone, a much smaller model.", Usual.MostGram, 0, ModelArguments.MaxGram);
    private readonly Option<int> _buckets = Number("--buckets", "Rows that n-grams share.", Usual.Buckets, 0, 100_000_000);
    private readonly Option<int> _seed = Number("--seed", "What chance starts from.", (int)Usual.Seed, 0, int.MaxValue);
    private readonly Option<int> _threads = Number("--threads", "Threads to use. With one, the same articles give the same model.", Environment.ProcessorCount, 1, 1024);
    private readonly Option<bool> _deterministic = new("--deterministic") { Description = "Train with one thread, so that the same articles give the same model." };

    public TrainingArguments() => _kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "skipgram", "cbow");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _kind, _dimension, _epochs, _leastCount, _window, _negatives, _mostGram, _buckets, _seed, _threads, _deterministic }) command.Add(option);
    }

    /// <summary>Threads to read with.</summary>
    public int Threads(ParseResult parsed) => parsed.GetValue(_threads);

    public TrainingOptions Read(ParseResult parsed) => new()
    {
        Kind = string.Equals(parsed.GetValue(_kind), "cbow", StringComparison.OrdinalIgnoreCase) ? ModelKind.Cbow : ModelKind.SkipGram,
        Dimension = parsed.GetValue(_dimension),
        Epochs = parsed.GetValue(_epochs),
        LeastCount = parsed.GetValue(_leastCount),
        Window = parsed.GetValue(_window),
        Negatives = parsed.GetValue(_negatives),
        MostGram = parsed.GetValue(_mostGram),
        LeastGram = Math.Min(Usual.LeastGram, parsed.GetValue(_mostGram)),
        Buckets = parsed.GetValue(_buckets),
        Seed = (ulong)parsed.GetValue(_seed),
        Threads = parsed.GetValue(_deterministic) ? 1 : parsed.GetValue(_threads),
    };

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        Checks.InRange(option, least, most);
        return option;
    }
}
