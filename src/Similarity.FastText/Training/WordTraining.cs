namespace Similarity.FastText;

/// <summary>Training of word vectors: what both kinds of it have in common.</summary>
internal abstract class WordTraining(TrainingRun run, int thread) : TrainingThread(run, thread)
{
    /// <summary>Draws before a word that is drawn against itself is left out: where there is hardly another word there is no end to it.</summary>
    private const int MostTries = 4;

    private readonly int[] _drawn = new int[2 * run.Options.Window * (run.Options.Negatives + 1)];
    private readonly int _group = run.Options.Negatives + 1;

    protected sealed override void TrainLine(Span<int> line)
    {
        var kept = 0;
        foreach (var word in line)
        {
            if (Run.Kept[word] >= 1 || Random.Unit() < Run.Kept[word]) line[kept++] = word;
        }
        TrainWords(line[..kept]);
    }

    /// <summary>Trains the words of a line, but for occurrences of frequent ones that chance has left out.</summary>
    protected abstract void TrainWords(ReadOnlySpan<int> line);

    /// <summary>Where the window around a place begins and ends; its reach is drawn at random.</summary>
    protected (int First, int End) DrawWindow(int at, int length)
    {
        var reach = 1 + Random.Below(Run.Options.Window);
        return (Math.Max(0, at - reach), Math.Min(length, at + reach + 1));
    }

    /// <summary>
    /// Draws the negatives of some words, ahead of their use, so that memory can be asked for their rows.
    /// </summary>
    /// <returns>How many words there are.</returns>
    protected int Draw(ReadOnlySpan<int> line, int first, int end, int without)
    {
        var count = 0;
        for (var at = first; at < end; at++)
        {
            if (at == without) continue;
            var target = line[at];
            _drawn[count++] = target;
            PrefetchOutput(target);
            for (var i = 1; i < _group; i++)
            {
                var negative = Run.Negatives.Draw(Random.Next());
                for (var tries = 0; negative == target && tries < MostTries; tries++) negative = Run.Negatives.Draw(Random.Next());
                _drawn[count++] = negative;
                PrefetchOutput(negative);
            }
        }
        return count / _group;
    }

    /// <summary>Teaches one of the words that have been drawn, and its negatives.</summary>
    protected void TeachDrawn(int word)
    {
        var outputs = _drawn.AsSpan(word * _group, _group);
        Teach(outputs[0], isTrue: true);
        foreach (var negative in outputs[1..])
        {
            if (negative != outputs[0]) Teach(negative, isTrue: false);
        }
        Count();
    }
}
