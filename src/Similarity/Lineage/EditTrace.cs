namespace Similarity;

/// <summary>Reads off the passages that a copy shares with its source how it was edited.</summary>
internal static class EditTrace
{
    /// <summary>Fewer words of one's own, or missing, are no edit worth a name.</summary>
    private const int FewWords = 12;

    /// <summary>Words missing or added, as a share of the text, from which it is trimmed or extended.</summary>
    private const double LeastShare = 0.05;

    public static EditKinds Of(LineageText copy, LineageText source, Overlap overlap, ReadOnlySpan<Passage> passages)
    {
        var edits = copy.Title.AsSpan().SequenceEqual(source.Title) ? EditKinds.Verbatim : EditKinds.NewHeadline;
        if (overlap.Passages == 0) return edits | (overlap.Shared < overlap.CountA ? EditKinds.Corrected : EditKinds.Verbatim);

        var own = OwnWords(passages, copy.Words);
        var intro = passages[0].StartA;
        if (intro >= FewWords) edits |= EditKinds.NewIntro;
        if (IsMuch(source.Words - overlap.Shared, source.Words)) edits |= EditKinds.Trimmed;
        if (IsMuch(own - intro, copy.Words)) edits |= EditKinds.Extended;
        if (own >= FewWords && QuotedOwnWords(passages, copy) >= FewWords) edits |= EditKinds.Localised;
        if (passages[0].Shared > 0 && HasCorrections(passages)) edits |= EditKinds.Corrected;
        return edits;
    }

    private static bool IsMuch(int words, int of) => words >= Math.Max(FewWords, LeastShare * of);

    /// <summary>Words of the copy outside all passages.</summary>
    private static int OwnWords(ReadOnlySpan<Passage> passages, int words)
    {
        foreach (var passage in passages) words -= passage.WordsA;
        return words;
    }

    private static int QuotedOwnWords(ReadOnlySpan<Passage> passages, LineageText copy)
    {
        var quoted = copy.Text.Quoted.Count(true);
        foreach (var passage in passages) quoted -= copy.Text.Quoted.Slice(passage.StartA, passage.WordsA).Count(true);
        return quoted;
    }

    /// <summary>Whether words inside passages were exchanged or spelt otherwise.</summary>
    private static bool HasCorrections(ReadOnlySpan<Passage> passages)
    {
        foreach (var passage in passages)
        {
            if (passage.Exchanged > 0 || passage.Respelt > 0) return true;
        }
        return false;
    }
}
