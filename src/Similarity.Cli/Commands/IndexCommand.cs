using System.CommandLine;

namespace Similarity.Cli;

/// <summary><c>similarity index</c>: what can be done with an index beside adding to it from a pipe.</summary>
internal static class IndexCommand
{
    public static Command Create() => new("index", "Look after an index of articles: add files, ask, follow what changes, remove, check, compact, move.")
    {
        IndexAddCommand.Create("add", "Add the articles of files; write a verdict for each to standard output.", writesVerdicts: true),
        IndexQueryCommand.Create(),
        IndexEventsCommand.Create(),
        IndexRemoveCommand.Create(),
        IndexStatsCommand.Create(),
        IndexVerifyCommand.Create(),
        IndexCompactCommand.Create(),
        IndexRelearnCommand.Create(),
        IndexExportCommand.Create(),
        IndexAddCommand.Create("import", "Add the articles of files, such as an export, and write no verdicts.", writesVerdicts: false),
        IndexSnapshotCommand.Create(),
    };
}
