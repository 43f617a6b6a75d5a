using System.Text;

namespace Similarity.Tests;

/// <summary>Finds the credits of invented articles, and says them as "Kind Name".</summary>
internal static class FoundCredits
{
    public static List<Credit> In(string body, string? title = null, string? outlet = null, string? url = null, AgencyTable? table = null)
    {
        var article = new ArticleBuffer();
        article.Set(new Article("a", body) { Title = title, Outlet = outlet, Url = url });
        return [.. new CreditFinder(table).Find(article)];
    }

    public static string Said(string body, string? title = null, string? outlet = null)
    {
        var article = new ArticleBuffer();
        article.Set(new Article("a", body) { Title = title, Outlet = outlet });
        var said = new List<string>();
        foreach (var credit in new CreditFinder().Find(article)) said.Add($"{credit.Kind} {credit.NameIn(article)}{(credit.IsOwn ? " own" : "")}");
        return string.Join(", ", said);
    }

    /// <summary>The words of the field that are the evidence.</summary>
    public static string Evidence(this Credit credit, string field) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(field)[credit.Start..credit.End]);

    /// <summary>A body whose head and tail lie far apart.</summary>
    public static string Long(string head, string tail) => $"{head}\n\n{string.Concat(Enumerable.Repeat("The mayor of the invented town opened a bridge and thanked the builders.\n\n", 60))}{tail}";
}
