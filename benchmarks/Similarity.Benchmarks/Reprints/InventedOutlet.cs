using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>An outlet with the furniture that it puts around every article; all of it invented.</summary>
internal sealed class InventedOutlet
{
    private static readonly string[] Places = ["Harlow", "Skerrow", "Norbury", "Eastmoor", "Walden", "Pinewood", "Corran", "Lowland", "Brackford", "Kessel"];
    private static readonly string[] Kinds = ["Gazette", "Post", "Courier", "Observer"];
    private static readonly string[] Sections = ["News", "Sport", "Weather", "Obituaries", "Classifieds", "Opinion", "Travel", "Podcasts", "Tides", "Letters"];

    private static readonly string[] Disclaimers =
    [
        "This article was edited by the desk of the {0}. Responsibility for the information and views set out in this article lies entirely with the author, and does not reflect the position of the paper, its owners or its advertisers.",
        "Stories on this page are chosen by people and checked by machines. If you believe that something here is wrong, write to the readers' editor of the {0}, who answers every letter within ten days and prints corrections on page two.",
        "The {0} has been independent since the year of the great flood. We do not take money from parties or governments, which is why we ask those who can afford it to pay for the journalism that they read on this page.",
        "The {0} is a member of the press council and keeps to its code. Complaints that cannot be settled with the paper may be taken to the council, whose address and forms can be found in the masthead of every printed edition.",
    ];

    private static readonly string[] Authors = ["Mira Halvorsen", "Jon Pettikin", "Ade Oyelaran", "Lotte Brandt", "Sam Quill"];

    private readonly int _number;
    private readonly ulong _seed;

    public InventedOutlet(int number, ulong seed)
    {
        (_number, _seed) = (number, seed);
        Name = $"{Places[number % Places.Length]} {Kinds[number / Places.Length % Kinds.Length]}";
    }

    public string Name { get; }

    /// <summary>Whether the scraper of this outlet lost the line breaks.</summary>
    private bool IsOneLine => _number % 8 == 5;

    /// <summary>The page of an article: its text with the outlet's furniture around it.</summary>
    public string Page(Draft draft, int article, int day)
    {
        var random = new CorpusRandom(_seed, article, purpose: 21);
        var own = new CorpusRandom(_seed, _number, purpose: 22);
        var date = new DateOnly(2025, 3, 1).AddDays(day).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        var lines = new List<string>();
        if (own.Below(2) == 0) lines.Add($"{Name} | {string.Join(" | ", Sections.Skip(own.Below(4)).Take(5))}");
        if (own.Below(3) == 0) lines.Add("Logo Wide");
        if (own.Below(2) == 0) lines.Add(draft.Title);
        if (own.Below(2) == 0) lines.Add($"By {Authors[random.Below(Authors.Length)]}");
        if (own.Below(2) == 0) lines.Add($"Published: {date} {1 + random.Below(11)}:{10 + random.Below(49)} pm");
        if (own.Below(2) == 0) lines.Add("Share this article on Facebook, Twitter or by e-mail");
        lines.AddRange(draft.Paragraphs);
        if (own.Below(2) == 0) lines.Insert(lines.Count - (draft.Paragraphs.Count / 2), $"Sign up for the {Name} briefing: six stories before breakfast, every day but Sunday, straight to your inbox.");
        if (own.Below(2) == 0) lines.Insert(lines.Count - (draft.Paragraphs.Count / 3), "ADVERTISEMENT");
        if (own.Below(3) == 0) lines.Add($"Read more: {Templates.Headline(ref random)}");
        if (own.Below(2) == 0) lines.Add(string.Format(CultureInfo.InvariantCulture, Disclaimers[own.Below(Disclaimers.Length)], Name));
        if (own.Below(3) == 0) lines.Add($"{Authors[own.Below(Authors.Length)]} has written for the {Name} since {1990 + own.Below(30)} and lives in {Places[own.Below(Places.Length)]} with two dogs and a boat that leaks.");
        if (own.Below(2) == 0) lines.Add($"Copyright {2025} {Name} Ltd. All rights reserved.");
        if (own.Below(3) == 0) lines.Add("Helpful keywords");
        return string.Join(IsOneLine ? " " : "\n", lines);
    }
}
