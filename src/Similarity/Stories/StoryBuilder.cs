using System.Globalization;
using System.IO.Hashing;

namespace Similarity;

/// <summary>From the texts of a story to what is told of it: its articles, what stands for it, and why each text is in it.</summary>
internal sealed class StoryBuilder
{
    private const int StoryTerms = 8;
    private const int EvidenceTerms = 5;

    private readonly DeduplicationResult _articles;
    private readonly StoryMeasure _measure;
    private readonly List<StoryEdge> _edges;
    private readonly int[] _firstEdge;
    private readonly int[] _edgesByText;
    private readonly double[] _sum;
    private readonly int[] _storyOf;
    private readonly Dictionary<int, int> _outlets = [];
    private readonly SortedDictionary<int, int> _days = [];
    private double _levels;
    private int _stories;

    public StoryBuilder(DeduplicationResult articles, StoryMeasure measure, List<StoryEdge> edges)
    {
        _articles = articles;
        _measure = measure;
        _edges = edges;
        _sum = new double[measure.Vectors.Terms];
        _storyOf = new int[measure.Texts.Count];
        _firstEdge = new int[measure.Texts.Count + 2];
        foreach (var edge in edges)
        {
            _firstEdge[edge.A + 2]++;
            _firstEdge[edge.B + 2]++;
        }
        for (var i = 2; i < _firstEdge.Length; i++) _firstEdge[i] += _firstEdge[i - 1];
        _edgesByText = new int[edges.Count * 2];
        for (var i = 0; i < edges.Count; i++)
        {
            _edgesByText[_firstEdge[edges[i].A + 1]++] = i;
            _edgesByText[_firstEdge[edges[i].B + 1]++] = i;
        }
    }

    /// <summary>The story of some texts; <see langword="null"/> where that is one article.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="evidence">Takes the evidence by article.</param>
    public Story? Build(int[] texts, Dictionary<int, StoryEvidence> evidence)
    {
        Array.Sort(texts);
        var articles = ArticlesOf(texts);
        if (articles.Count < 2) return null;
        _stories++;
        foreach (var text in texts) _storyOf[text] = _stories;
        var terms = Sum(texts);
        Count(texts);
        var canonical = texts.MaxBy(text => Product(text))!;
        foreach (var text in texts)
        {
            if (texts.Length > 1) evidence[_measure.Texts[text].Article] = EvidenceOf(text, texts, canonical);
        }
        var heaviest = terms.OrderByDescending(term => _sum[term]).ThenBy(term => term).Take(StoryTerms).Select(_measure.Vectors.WordOf).ToList();
        foreach (var term in terms) _sum[term] = 0;

        var dates = articles.Select(article => _articles.Table[article].Published).Where(ticks => ticks != long.MaxValue).ToList();
        var outlets = articles.Select(_articles.OutletOf).Where(outlet => outlet >= 0).Distinct().Count();
        return new Story(
            NameOf(articles),
            _articles.GroupOf(_measure.Texts[canonical].Article)?.Canonical ?? _measure.Texts[canonical].Article,
            articles,
            texts.Length,
            dates.Count == 0 ? null : new DateTimeOffset(dates.Min(), TimeSpan.Zero),
            dates.Count == 0 ? null : new DateTimeOffset(dates.Max(), TimeSpan.Zero),
            outlets,
            heaviest);
    }

    /// <summary>The texts' articles and their copies, in input order.</summary>
    private List<int> ArticlesOf(int[] texts)
    {
        var articles = new SortedSet<int>();
        foreach (var text in texts)
        {
            var about = _measure.Texts[text];
            _ = articles.Add(about.Article);
            if (about.Group < 0) continue;
            var group = _articles.Groups[about.Group];
            _ = articles.Add(group.Canonical);
            articles.UnionWith(group.Members.Select(member => member.Article));
        }
        return [.. articles];
    }

    /// <summary>Adds up the vectors, and says which terms they have.</summary>
    private List<int> Sum(int[] texts)
    {
        var terms = new List<int>();
        foreach (var text in texts)
        {
            var own = _measure.Vectors.TermsOf(text);
            var weights = _measure.Vectors.WeightsOf(text);
            for (var i = 0; i < own.Length; i++)
            {
                if (_sum[own[i]] == 0) terms.Add(own[i]);
                _sum[own[i]] += weights[i];
            }
        }
        return terms;
    }

    /// <summary>Adds up the levels, and counts the outlets and the days.</summary>
    private void Count(int[] texts)
    {
        _levels = 0;
        _outlets.Clear();
        _days.Clear();
        foreach (var text in texts)
        {
            var about = _measure.Texts[text];
            _levels += _measure.LevelOf(text);
            _outlets[about.Outlet] = _outlets.GetValueOrDefault(about.Outlet) + 1;
            _days[about.Day] = _days.GetValueOrDefault(about.Day) + 1;
        }
    }

    private double Product(int text)
    {
        var terms = _measure.Vectors.TermsOf(text);
        var weights = _measure.Vectors.WeightsOf(text);
        var product = 0.0;
        for (var i = 0; i < terms.Length; i++) product += weights[i] * _sum[terms[i]];
        return product;
    }

    /// <summary>What two texts have in common.</summary>
    public static StoryEvidence EvidenceOf(StoryMeasure measure, int text, int other, double meanCloseness)
    {
        var cosine = measure.Vectors.Cosine(text, other);
        var (a, b) = (measure.Texts[text], measure.Texts[other]);
        return new StoryEvidence(
            b.Article,
            measure.Closeness(text, other, cosine),
            cosine,
            (measure.LevelOf(text) + measure.LevelOf(other)) / 2,
            a.Day < 0 || b.Day < 0 ? null : Math.Abs(a.Day - b.Day),
            a.Outlet >= 0 && a.Outlet == b.Outlet,
            meanCloseness,
            measure.Embedding(text, other),
            SharedTerms(measure.Vectors, text, other));
    }

    private StoryEvidence EvidenceOf(int text, int[] texts, int canonical)
    {
        var nearest = NearestInStory(text) ?? (text != canonical ? canonical : texts[0] != text ? texts[0] : texts[1]);
        return EvidenceOf(_measure, text, nearest, MeanCloseness(text, texts.Length));
    }

    private int? NearestInStory(int text)
    {
        var best = default(StoryEdge?);
        foreach (var i in _edgesByText.AsSpan(_firstEdge[text], _firstEdge[text + 1] - _firstEdge[text]))
        {
            var edge = _edges[i];
            if (_storyOf[edge.A] == _storyOf[edge.B] && (best is null || edge.Closeness > best.Value.Closeness)) best = edge;
        }
        return best is { } found ? found.A == text ? found.B : found.A : null;
    }

    /// <summary>By sums over the story, so that a story of very many texts costs each no look at all others.</summary>
    private double MeanCloseness(int text, int texts)
    {
        var about = _measure.Texts[text];
        var cosines = Product(text);
        foreach (var weight in _measure.Vectors.WeightsOf(text)) cosines -= (double)weight * weight;
        var level = _measure.LevelOf(text);
        var taken = (((texts - 1) * level) + (_levels - level)) / 2;
        if (about.Outlet >= 0) taken += (_outlets[about.Outlet] - 1) * _measure.OutletPenalty;
        foreach (var (day, count) in _days) taken += _measure.DayPenalty(about.Day, day) * count;
        return (cosines - taken) / (texts - 1);
    }

    private static List<string> SharedTerms(TermVectors vectors, int a, int b)
    {
        var termsA = vectors.TermsOf(a);
        var termsB = vectors.TermsOf(b);
        var weightsA = vectors.WeightsOf(a);
        var weightsB = vectors.WeightsOf(b);
        var shared = new List<(int Term, float Product)>();
        for (int i = 0, j = 0; i < termsA.Length && j < termsB.Length;)
        {
            var order = termsA[i].CompareTo(termsB[j]);
            if (order == 0) shared.Add((termsA[i], weightsA[i] * weightsB[j]));
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return [.. shared.OrderByDescending(term => term.Product).ThenBy(term => term.Term).Take(EvidenceTerms).Select(term => vectors.WordOf(term.Term))];
    }

    private string NameOf(List<int> articles)
    {
        var earliest = articles.MinBy(article => (_articles.Table[article].Published, article));
        var hash = XxHash3.HashToUInt64(_articles.Utf8IdOf(earliest), unchecked((long)(ulong)_articles.Table[earliest].Content));
        return string.Create(CultureInfo.InvariantCulture, $"s-{hash:x16}");
    }
}
