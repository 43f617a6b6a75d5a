using System.CommandLine;
using Similarity.Cli;

var root = new RootCommand("Finds which news articles are the same text or tell the same story, and says why.")
{
    DedupeCommand.Create(),
    StoriesCommand.Create(),
    EvaluateCommand.Create(),
    SuggestCommand.Create(),
    SampleCommand.Create(),
    CalibrateCommand.Create(),
    IngestCommand.Create(),
    IndexCommand.Create(),
    CompareCommand.Create(),
    FurnitureCommand.Create(),
    TrainCommand.Create(),
    EmbedCommand.Create(),
    NeighboursCommand.Create(),
    ModelCommand.Create(),
    BenchCommand.Create(),
};
return await CommandLine.RunAsync(root, args);
