using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>
/// Builds a labelled set of copies from real articles with the edits of newsrooms. Each source is used once; every choice
/// follows from the seed.
/// </summary>
internal sealed class ReprintsBuilder(SourcePool sources, ulong seed)
{
    public const int Outlets = 40;
    private const int Days = 90;

    private static readonly string[] Parts = ["first", "middle", "last"];

    private readonly List<LabelledArticle> _articles = [];
    private int _families;

    public IReadOnlyList<LabelledArticle> Articles => _articles;

    /// <summary>Copies with the usual edits, and articles that only look like copies.</summary>
    public void AddOrdinary(int families, int others)
    {
        for (var i = 0; i < families; i++) AddFamily();
        AddOthers(others, quoteWords: (40, 100));
    }

    /// <summary>Copies with edits that hide where they come from.</summary>
    public void AddHard(int families, int others)
    {
        for (var i = 0; i < families; i++)
        {
            switch (i % 6)
            {
                case 0: AddOwnTextAroundThird(); break;
                case 1: AddThirds(); break;
                case 2: AddNoisy(); break;
                case 3: AddRoundUp(); break;
                case 4: AddLostOriginal(); break;
                default: AddUpdates(); break;
            }
        }
        AddOthers(others, quoteWords: (100, 250));
    }

    private CorpusRandom NewFamily(out string family)
    {
        family = string.Create(CultureInfo.InvariantCulture, $"f{_families}");
        return new CorpusRandom(seed, _families++, purpose: 23);
    }

    private void AddFamily()
    {
        var random = NewFamily(out var family);
        var source = sources.Take(200);
        var day = random.Below(Days);
        Add(family, "original", day, new Draft(source.Title, source.Paragraphs), ref random);
        var copies = 1 + random.Below(5);
        for (var copy = 0; copy < copies; copy++)
        {
            var draft = new Draft(source.Title, source.Paragraphs);
            var kinds = 1 + random.Below(3);
            for (var i = 0; i < kinds; i++) EditOrdinarily(draft, ref random);
            Add(family, "copy", day + random.Below(4), draft, ref random);
        }
    }

    private void EditOrdinarily(Draft draft, ref CorpusRandom random)
    {
        var noise = new CorpusRandom(random.Next(), 0, purpose: 24);
        switch (random.Below(9))
        {
            case 0 when !draft.Edits.Exists(edit => edit.StartsWith("trim", StringComparison.Ordinal)):
                Edits.Trim(draft, random.Below(3) switch { 0 => "first", 1 => "middle", _ => "last" }, 0.3 + (0.4 * random.Share()));
                break;
            case 1 when !draft.Edits.Contains("new-lead"): Edits.NewLead(draft, sources.Take(), ref random); break;
            case 2: draft.Title = Templates.Headline(ref random); draft.Edits.Add("headline"); break;
            case 3 when !draft.Edits.Contains("inserted"): Edits.Insert(draft, sources.Take(), ref random); break;
            case 4: Edits.Move(draft, ref random); break;
            case 5: Edits.Spell(draft); break;
            case 6: Edits.Typography(draft); break;
            case 7: Edits.Figures(draft, noise); break;
            default: Edits.Noise(draft, 0.01 + (0.04 * random.Share()), noise); break;
        }
    }

    /// <summary>A third of the wire in the middle of as much again of own text, or twice that.</summary>
    private void AddOwnTextAroundThird()
    {
        var random = NewFamily(out var family);
        var source = sources.Take(360);
        var day = random.Below(Days);
        Add(family, "original", day, new Draft(source.Title, source.Paragraphs), ref random);
        for (var copy = 0; copy < 2; copy++)
        {
            var donor = sources.Take(150);
            var draft = new Draft(donor.Title, source.Paragraphs);
            Edits.Trim(draft, copy == 0 ? "first" : "middle", 0.34);
            var third = draft.Paragraphs;
            var own = TakeWords(donor, third.Sum(Edits.CountWords) * (1 + random.Share()));
            draft.Paragraphs = [.. own.Take(own.Count / 2), .. third, .. own.Skip(own.Count / 2)];
            draft.Edits.Add("own-text");
            Add(family, "copy", day + random.Below(3), draft, ref random);
        }
    }

    private void AddThirds()
    {
        var random = NewFamily(out var family);
        var source = sources.Take(300);
        var day = random.Below(Days);
        Add(family, "original", day, new Draft(source.Title, source.Paragraphs), ref random);
        foreach (var part in new[] { "first", "last" })
        {
            var draft = new Draft(source.Title, source.Paragraphs);
            Edits.Trim(draft, part, 0.34);
            draft.Edits.Add("double-trim");
            Add(family, "copy", day + random.Below(3), draft, ref random);
        }
    }

    private void AddNoisy()
    {
        var random = NewFamily(out var family);
        var source = sources.Take(200);
        var day = random.Below(Days);
        Add(family, "original", day, new Draft(source.Title, source.Paragraphs), ref random);
        for (var copy = 0; copy < 2; copy++)
        {
            var draft = new Draft(source.Title, source.Paragraphs);
            Edits.Noise(draft, 0.06 + (0.09 * random.Share()), new CorpusRandom(random.Next(), 0, purpose: 24));
            Add(family, "copy", day + random.Below(3), draft, ref random);
        }
    }

    /// <summary>Two wires, each with a copy, and a round-up of both that belongs to the one it has more of.</summary>
    private void AddRoundUp()
    {
        var random = NewFamily(out var larger);
        _ = NewFamily(out var smaller);
        var (first, second) = (sources.Take(250), sources.Take(250));
        var day = random.Below(Days);
        foreach (var (family, source) in new[] { (larger, first), (smaller, second) })
        {
            Add(family, "original", day, new Draft(source.Title, source.Paragraphs), ref random);
            var copy = new Draft(source.Title, source.Paragraphs);
            Edits.Trim(copy, "first", 0.7);
            Add(family, "copy", day + 1, copy, ref random);
        }
        var (most, least) = (new Draft(first.Title, first.Paragraphs), new Draft("", second.Paragraphs));
        Edits.Trim(most, "first", 180.0 / first.Words);
        Edits.Trim(least, "first", 90.0 / second.Words);
        most.Paragraphs.AddRange(least.Paragraphs);
        most.Edits.Add("round-up");
        Add(larger, "roundup", day + 1, most, ref random);
    }

    private void AddLostOriginal()
    {
        var random = NewFamily(out var family);
        var source = sources.Take(300);
        var day = random.Below(Days);
        foreach (var part in Parts.Take(2 + random.Below(2)))
        {
            var draft = new Draft(source.Title, source.Paragraphs);
            Edits.Trim(draft, part, 0.8);
            draft.Edits.Add("lost-original");
            if (random.Below(2) == 0) Edits.NewLead(draft, sources.Take(), ref random);
            Add(family, "copy", day + random.Below(3), draft, ref random);
        }
    }

    private void AddUpdates()
    {
        var random = NewFamily(out var family);
        var source = sources.Take(200);
        var day = random.Below(Days);
        var outlet = random.Below(Outlets);
        _articles.Add(new LabelledArticle(outlet, family, "original", day, new Draft(source.Title, source.Paragraphs)));
        for (var update = 1; update <= 2; update++)
        {
            var draft = new Draft($"UPDATE {update}-{source.Title}", source.Paragraphs);
            Edits.Figures(draft, new CorpusRandom(random.Next(), 0, purpose: 24));
            Edits.Insert(draft, sources.Take(), ref random);
            draft.Edits.Add("update");
            _articles.Add(new LabelledArticle(outlet, family, "update", day + (update - 1), draft));
        }
    }

    /// <summary>A quarter pages of series, a quarter articles that quote the same speech, the rest alone.</summary>
    private void AddOthers(int count, (int Least, int Most) quoteWords)
    {
        for (var i = 0; i < count / 4; i++)
        {
            var random = NewFamily(out var family);
            // A series belongs to one outlet.
            var series = i % 8;
            _articles.Add(new LabelledArticle(series * 5, family, "template", random.Below(Days), Templates.Page(series, ref random)));
        }
        for (var i = 0; i < count / 12; i++)
        {
            var speech = sources.Take(quoteWords.Most);
            var random = new CorpusRandom(seed, i, purpose: 25);
            var spoken = string.Join(' ', speech.Paragraphs).Replace('“', '‘').Replace('”', '’').Replace('"', '\'');
            var quote = spoken.Split(' ').Take(quoteWords.Least + random.Below(quoteWords.Most - quoteWords.Least));
            for (var quoting = 0; quoting < 3; quoting++)
            {
                var own = NewFamily(out var family);
                var source = sources.Take(300);
                var draft = new Draft(source.Title, source.Paragraphs);
                draft.Paragraphs.Insert(1 + own.Below(draft.Paragraphs.Count - 1), $"“{string.Join(' ', quote)}”");
                Add(family, "quote", own.Below(Days), draft, ref own);
            }
        }
        for (var i = 0; i < count / 2; i++)
        {
            var random = NewFamily(out var family);
            var source = sources.Take();
            Add(family, "alone", random.Below(Days), new Draft(source.Title, source.Paragraphs), ref random);
        }
    }

    private void Add(string family, string role, int day, Draft draft, ref CorpusRandom random) =>
        _articles.Add(new LabelledArticle(random.Below(Outlets), family, role, day, draft));

    private static List<string> TakeWords(SourceText source, double words)
    {
        var taken = new List<string>();
        foreach (var paragraph in source.Paragraphs)
        {
            if (taken.Sum(Edits.CountWords) >= words) break;
            taken.Add(paragraph);
        }
        return taken;
    }
}
