using System.Text;

namespace Similarity;

/// <summary>A member of a group, read again for its lineage.</summary>
internal sealed class LineageText
{
    /// <param name="article">Index of the article.</param>
    /// <param name="row">What the run keeps of it.</param>
    /// <param name="outlet">Name of its outlet; empty where unknown.</param>
    /// <param name="text">Room for its text.</param>
    public LineageText(int article, ArticleRow row, string outlet, PreparedText text) => (Article, Row, Outlet, Text) = (article, row, outlet, text);

    public int Article { get; }

    public ArticleRow Row { get; }

    public string Outlet { get; }

    public PreparedText Text { get; }

    /// <summary>Hashes of the words of the headline.</summary>
    public ulong[] Title { get; private set; } = [];

    public List<NamedCredit> Credits { get; } = [];

    /// <summary>Whether another member credits this one's outlet.</summary>
    public bool IsCredited { get; set; }

    /// <summary>When it was published, at the latest; <see cref="long.MaxValue"/> where unknown.</summary>
    public long Published => Row.Published;

    public int Words => Text.Words;

    public void Read(ArticleBuffer article, ComparedText compared, ReadOnlySpan<FurnitureSpan> furniture, CreditFinder finder, TokenBuffer tokens)
    {
        compared.ReadAgain(article, Row.Form, furniture);
        Text.Set(compared);
        tokens.Clear();
        Tokenizer.Tokenize(article.Title, tokens);
        Title = tokens.Hashes.ToArray();
        foreach (var credit in finder.Find(article)) Credits.Add(new NamedCredit(credit.NameIn(article), credit));
    }

    /// <summary>Whether a credit names the outlet of this member.</summary>
    public bool IsNamedBy(NamedCredit credit)
    {
        if (Outlet.Length == 0) return false;
        var outlet = Encoding.UTF8.GetBytes(Outlet);
        return credit.Credit.Agency is { } agency ? OutletIdentity.IsNamed(outlet, agency) : OutletIdentity.IsNamed(outlet, Encoding.UTF8.GetBytes(credit.Name));
    }
}
