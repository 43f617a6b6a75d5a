using System.Globalization;
using System.Text;

namespace Similarity.Benchmarks;

/// <summary>What newsrooms, and machines that read old pages, do to a text.</summary>
internal static class Edits
{
    /// <summary>American and British spellings by turns; a low line stands for a space.</summary>
    private const string Spellings = """
        color colour favor favour labor labour neighbor neighbour neighbors neighbours harbor harbour honor honour
        humor humour rumor rumour behavior behaviour center centre centers centres theater theatre meter metre
        liter litre fiber fibre defense defence offense offence license licence organize organise organized organised
        organization organisation organizations organisations realize realise realized realised recognize recognise
        recognized recognised criticize criticise criticized criticised analyze analyse emphasize emphasise
        apologize apologise authorize authorise authorized authorised program programme programs programmes
        traveled travelled traveling travelling canceled cancelled labeled labelled fueled fuelled signaled signalled
        modeling modelling gray grey skeptical sceptical tire tyre plow plough airplane aeroplane aluminum aluminium
        check cheque percent per_cent toward towards mom mum dialog dialogue catalog catalogue judgment judgement
        fulfill fulfil enroll enrol skillful skilful maneuver manoeuvre pajamas pyjamas mobilize mobilise
        legalize legalise
        """;

    private static readonly Dictionary<string, string> British = Spellings
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Chunk(2).ToDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '), StringComparer.Ordinal);

    public static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Keeps some paragraphs: the first, the middle or the last of them, by words.</summary>
    public static void Trim(Draft draft, string part, double share)
    {
        var total = draft.Paragraphs.Sum(CountWords);
        var wanted = share * total;
        var skipped = part switch { "first" => 0, "last" => total - wanted, _ => (total - wanted) / 2 };
        var kept = new List<string>();
        double at = 0, words = 0;
        foreach (var paragraph in draft.Paragraphs)
        {
            var count = CountWords(paragraph);
            if (at + (count / 2.0) >= skipped && words < wanted)
            {
                kept.Add(paragraph);
                words += count;
            }
            at += count;
        }
        draft.Surviving *= words / total;
        draft.Paragraphs = kept;
        draft.Edits.Add($"trim-{part}");
    }

    /// <summary>Puts other text at the front, and takes the old lead away half of the time.</summary>
    public static void NewLead(Draft draft, SourceText donor, ref CorpusRandom random)
    {
        var lead = donor.Paragraphs.Take(1 + random.Below(2)).ToList();
        if (draft.Paragraphs.Count > 3 && random.Below(2) == 0)
        {
            var total = draft.Paragraphs.Sum(CountWords);
            draft.Surviving *= 1 - ((double)CountWords(draft.Paragraphs[0]) / total);
            draft.Paragraphs.RemoveAt(0);
        }
        draft.Paragraphs.InsertRange(0, lead);
        draft.Title = donor.Title;
        draft.Edits.Add("new-lead");
    }

    public static void Insert(Draft draft, SourceText donor, ref CorpusRandom random)
    {
        foreach (var paragraph in donor.Paragraphs.Take(1 + random.Below(3))) draft.Paragraphs.Insert(1 + random.Below(draft.Paragraphs.Count), paragraph);
        draft.Edits.Add("inserted");
    }

    public static void Move(Draft draft, ref CorpusRandom random)
    {
        for (var i = 0; i < 2; i++)
        {
            var from = random.Below(draft.Paragraphs.Count);
            var paragraph = draft.Paragraphs[from];
            draft.Paragraphs.RemoveAt(from);
            draft.Paragraphs.Insert(random.Below(draft.Paragraphs.Count + 1), paragraph);
        }
        draft.Edits.Add("moved");
    }

    public static void Spell(Draft draft)
    {
        EachWord(draft, word => British.GetValueOrDefault(word, word));
        draft.Edits.Add("spelling");
    }

    public static void Typography(Draft draft)
    {
        draft.Paragraphs = [.. draft.Paragraphs.Select(paragraph => paragraph
            .Replace("“", "\"", StringComparison.Ordinal).Replace("”", "\"", StringComparison.Ordinal).Replace('’', '\'').Replace("—", " - ", StringComparison.Ordinal)
            .Replace("...", "…", StringComparison.Ordinal).Replace("fi", "ﬁ", StringComparison.Ordinal).Replace(" of ", " of\u00A0", StringComparison.Ordinal))];
        draft.Edits.Add("typography");
    }

    /// <summary>Changes a third of the figures.</summary>
    public static void Figures(Draft draft, CorpusRandom random)
    {
        EachWord(draft, word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && random.Below(3) == 0
            ? (number + 1 + random.Below(9)).ToString(CultureInfo.InvariantCulture)
            : word);
        draft.Edits.Add("figures");
    }

    /// <summary>Garbles so large a share of the words.</summary>
    public static void Noise(Draft draft, double share, CorpusRandom random)
    {
        EachWord(draft, word => word.Length > 1 && random.Share() < share ? Garble(word, ref random) : word);
        draft.Edits.Add(share > 0.05 ? "heavy-noise" : "noise");
    }

    private static string Garble(string word, ref CorpusRandom random)
    {
        var letters = new StringBuilder(word);
        var at = random.Below(letters.Length);
        switch (random.Below(5))
        {
            case 0: _ = letters.Remove(at, 1); break;
            case 1: _ = letters.Insert(at, (char)('a' + random.Below(26))); break;
            case 2 when word.Length > 3: _ = letters.Insert(at, ' '); break;
            default: letters[at] = (char)('a' + random.Below(26)); break;
        }
        return letters.ToString();
    }

    private static void EachWord(Draft draft, Func<string, string> edit)
    {
        draft.Paragraphs = [.. draft.Paragraphs.Select(paragraph => string.Join(' ', paragraph.Split(' ').Select(word =>
        {
            var start = 0;
            var end = word.Length;
            while (start < end && !char.IsLetterOrDigit(word[start])) start++;
            while (end > start && !char.IsLetterOrDigit(word[end - 1])) end--;
            return end == start ? word : word[..start] + edit(word[start..end]) + word[end..];
        })))];
    }
}
