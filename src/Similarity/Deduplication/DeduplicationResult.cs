using System.Text;

namespace Similarity;

/// <summary>
/// What a run found, by article index in input order: which articles stay, which go, and the evidence for each.
/// </summary>
public sealed class DeduplicationResult
{
    private readonly ArticleTable _table;
    private readonly DeduplicationOptions _options;
    private readonly int[] _groupOf;
    private readonly List<TextGroup> _groups;
    private readonly Dictionary<int, Match> _removals;

    internal DeduplicationResult(ArticleTable table, DeduplicationOptions options, BandLayout bands, int verified, List<TextGroup> groups)
    {
        _table = table;
        _options = options;
        _groups = groups;
        Bands = bands;
        Verified = verified;
        _groupOf = new int[table.Count];
        _removals = [];
        Array.Fill(_groupOf, -1);
        for (var group = 0; group < groups.Count; group++)
        {
            _groupOf[groups[group].Canonical] = group;
            foreach (var member in groups[group].Members)
            {
                _groupOf[member.Article] = group;
                if (member.IsRemoval) _removals.Add(member.Article, member);
            }
        }
    }

    /// <summary>How many articles the run saw.</summary>
    public int Count => _table.Count;

    /// <summary>
    /// Text groups, of two or more articles each, in input order of their canonicals.
    /// </summary>
    public IReadOnlyList<TextGroup> Groups => _groups;

    /// <summary>The bands that candidates were found with.</summary>
    public BandLayout Bands { get; }

    /// <summary>Pairs whose texts were read again and measured.</summary>
    public int Verified { get; }

    /// <summary>How many articles are removed.</summary>
    public int Removed => _removals.Count;

    /// <summary>Names of the outlets, in order of first appearance.</summary>
    public IReadOnlyList<string> Outlets => _table.Outlets;

    /// <summary>The article's identifier.</summary>
    public string IdOf(int article) => Encoding.UTF8.GetString(_table.IdOf(article));

    /// <summary>The article's identifier as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8IdOf(int article) => _table.IdOf(article);

    /// <summary>Whether the record had no identifier, so that one was derived from its content.</summary>
    public bool IdIsDerived(int article) => _table[article].IdDerived;

    /// <summary>How the article was compared.</summary>
    public TextForm FormOf(int article) => _table[article].Form;

    /// <summary>The article's outlet, as an index into <see cref="Outlets"/>; −1 where unknown.</summary>
    public int OutletOf(int article) => _table[article].Outlet;

    /// <summary>What was left out of the article's body as furniture, in order; none of a template.</summary>
    public ReadOnlySpan<FurnitureSpan> FurnitureOf(int article) => _table.FurnitureOf(article);

    /// <summary>The article's group, or <see langword="null"/> where it stands alone.</summary>
    public TextGroup? GroupOf(int article) => _groupOf[article] < 0 ? null : _groups[_groupOf[article]];

    /// <summary>The index in <see cref="Groups"/> of the article's group; −1 where it stands alone.</summary>
    public int GroupIndexOf(int article) => _groupOf[article];

    /// <summary>The match for which the article is removed, or <see langword="null"/> where it stays.</summary>
    public Match? RemovalOf(int article) => _removals.GetValueOrDefault(article);

    /// <inheritdoc cref="TraceLineage(IArticleTexts, AgencyTable?, CancellationToken)"/>
    public IEnumerable<TextLineage> TraceLineage(IReadOnlyList<Article> articles) => TraceLineage(new ArticleList(articles));

    /// <summary>
    /// Where the text of each group comes from and what each outlet made of it, in the order of <see cref="Groups"/>; their
    /// articles are read again. Computed as it is asked for, on all threads.
    /// </summary>
    /// <param name="texts">Gives the articles, as it gave them to the run.</param>
    /// <param name="agencies">Whom articles may credit; by default the agencies that come with the library.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<TextLineage> TraceLineage(IArticleTexts texts, AgencyTable? agencies = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var known = (agencies ?? AgencyTable.Default).With(OutletAgencies.Of(Outlets));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellation };
        return new LineagePass(() => new LineageBuilder(_table, texts, _options.Features, known)).Trace(_groups, parallel);
    }

    /// <summary>The terms of some articles, read again.</summary>
    internal TermTable ReadTerms(IArticleTexts texts, ReadOnlyMemory<int> articles, ParallelOptions parallel, Action<int> progress) =>
        new TermPass(_table, texts, _options.Features).Read(articles, parallel, progress);

    /// <summary>The articles by columns.</summary>
    internal ArticleTable Table => _table;

    /// <summary>Articles whose identifier an earlier article has with another text.</summary>
    public IReadOnlyList<(int Article, int Earlier)> RepeatedIds => field ??= _table.RepeatedIds();
}
