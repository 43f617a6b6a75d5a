using System.Globalization;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>Shows what was wrong with articles that were read for their words.</summary>
internal static class CorpusView
{
    public static void PrintFaults(CorpusOutcome outcome, bool quiet)
    {
        if (!quiet)
        {
            foreach (var notice in outcome.Notices) StandardError.Say(notice);
        }
        foreach (var reject in outcome.FirstRejects.Where(reject => !quiet || reject.Outcome == RejectOutcome.Abandoned))
        {
            var place = reject.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{reject.File}:{reject.Line}") : reject.File;
            var field = reject.Field is null ? "" : $"{reject.Field}: ";
            StandardError.Say($"{reject.Outcome.ToString().ToLowerInvariant()}: {place}: {field}{reject.Reason}");
        }
    }

    /// <summary>Says so, and gives the exit code.</summary>
    public static int NothingRead(CorpusOutcome outcome)
    {
        StandardError.Say("no article could be read; nothing was written");
        return outcome.Abandoned > 0 ? ExitCode.Error : ExitCode.Refused;
    }
}
