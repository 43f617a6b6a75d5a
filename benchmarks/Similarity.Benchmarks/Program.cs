using BenchmarkDotNet.Running;

namespace Similarity.Benchmarks;

/// <summary>Benchmarks of stages by BenchmarkDotNet, and measurements of whole runs by plain verbs.</summary>
internal static class Program
{
    private const string Usage = """
        usage:
          corpus --kind KIND --articles N --output FILE [--source FILE] [--seed S] [--mean-bytes B]
              Writes a JSON Lines corpus. KIND: resampled, identical, template, near-identical, one-bucket.
          run FILE [--threads 1,2] [--repeat 5]
              Times whole runs of the built command over FILE, and its memory.
          quality [--data DIR]
              Compares what a run finds with labelled copies and with exact resemblance.
          reprints --kind ordinary|hard --output FILE [--seed S] [--families N] [--others N] [--source FILE]
              Writes a set of copies made of real articles with the edits of newsrooms, and what is known of them.
          reuse --set FILE [--errors N]
              Says how well a run finds the families of such a set.
          background --output FILE [--source FILE]
              Counts in how many articles of a general collection each term occurs, for src/Similarity/Terms/background.bin.
          stories [--data DIR]
              Compares stories with labelled ones: a baseline, with and without each kind of evidence, at each threshold.
          online-stories [--data DIR]
              Puts labelled articles into stories one by one, beside runs over those that have come so far.
          calibration [--data DIR]
              Fits the probability that two texts tell one story, and says how far it comes true on sets it was not fitted to.
          unlabelled [--data DIR] [--samples 60] [--pairs 200]
              Says how far suggested thresholds and samples of labelled pairs are from what all labels say.
          story-recall [FILE ...]
              Says how many pairs of labelled stories are looked at, among the articles of further files.
          story-stages FILE [--threads N]
              Times the stages of finding stories.
          index-load FILE [--single 2000] [--queries 2000] [--memory-mb 1024] [--adders 1] [--story-texts 50000] [--index DIR]
              Fills an index with a corpus, and times adding, asking and opening.
          index-day FILE [--articles 100000] [--keep-hours 6]
              Replays a day of articles, of which an index keeps some hours: nothing may grow.
          index-replay FILE ...
              Says whether an index that is given articles one after the other decides as a run over all of them.
          index-stories [--data DIR]
              Says how well the stories of an index agree with labelled ones: as they arrive, opened again, and compacted.
          training [--articles 2000]
              Compares words a second of our training of fastText models with the original program's.
          training-quality [--articles 3000] [--epochs 5]
              Compares what the vectors are worth.
          embedding [--articles 10000] [--max-gram 0]
              Times the embedding of articles beside the original program, and compares its vectors.
          loading
              Compares what it takes to open a large model with the original program.
          general-model --output DIR [--source FILE]
              Makes the model that comes with the library, for src/Similarity.FastText/Articles.
          signatures [--trials 4000]
              Compares the error of signatures with theory.
          stages [BenchmarkDotNet options, such as --filter '*Tokenize*']
              Benchmarks single stages.
        Tables are printed as Markdown; benchmarks/results holds those that are kept.
        """;

    private static int Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["corpus", .. var rest] => CorpusCommand.Run(new Arguments(rest)),
                ["run", .. var rest] => RunCommand.Run(new Arguments(rest)),
                ["quality", .. var rest] => QualityCommand.Run(new Arguments(rest)),
                ["reprints", .. var rest] => ReprintsCommand.Run(new Arguments(rest)),
                ["reuse", .. var rest] => ReuseCommand.Run(new Arguments(rest)),
                ["background", .. var rest] => BackgroundCommand.Run(new Arguments(rest)),
                ["online-stories", .. var rest] => OnlineStoriesCommand.Run(new Arguments(rest)),
                ["calibration", .. var rest] => CalibrationCommand.Run(new Arguments(rest)),
                ["unlabelled", .. var rest] => UnlabelledCommand.Run(new Arguments(rest)),
                ["story-recall", .. var rest] => StoryRecallCommand.Run(new Arguments(rest)),
                ["story-stages", .. var rest] => StoryStagesCommand.Run(new Arguments(rest)),
                ["training-quality", .. var rest] => TrainingQualityCommand.Run(new Arguments(rest)),
                ["general-model", .. var rest] => GeneralModelCommand.Run(new Arguments(rest)),
                ["embedding", .. var rest] => EmbeddingCommand.Run(new Arguments(rest)),
                ["loading", .. var rest] => LoadingCommand.Run(new Arguments(rest)),
                ["training", .. var rest] => TrainingCommand.Run(new Arguments(rest)),
                ["index-load", .. var rest] => IndexLoadCommand.Run(new Arguments(rest)),
                ["index-day", .. var rest] => IndexDayCommand.Run(new Arguments(rest)),
                ["index-replay", .. var rest] => IndexReplayCommand.Run(new Arguments(rest)),
                ["index-stories", .. var rest] => IndexStoriesCommand.Run(new Arguments(rest)),
                ["stories", .. var rest] => StoriesCommand.Run(new Arguments(rest)),
                ["signatures", .. var rest] => SignatureErrorCommand.Run(new Arguments(rest)),
                ["stages", .. var rest] => RunStages(rest),
                _ => ShowUsage(),
            };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or IOException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }

    private static int RunStages(string[] args)
    {
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new StageConfig());
        return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }

    private static int ShowUsage()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }
}
