using System.Text;

namespace Similarity;

/// <summary>The outlets of a run as agencies: an article may credit any of them.</summary>
internal static class OutletAgencies
{
    /// <summary>Shorter names are words of their own too often.</summary>
    private const int ShortestName = 6;

    /// <summary>Of very many outlets the first few; looking for names takes time for each.</summary>
    private const int MostOutlets = 1000;

    /// <summary>A table of the outlets whose names are names, not addresses.</summary>
    public static AgencyTable Of(IEnumerable<string> outlets)
    {
        var text = new StringBuilder();
        foreach (var outlet in outlets.Where(IsName).Take(MostOutlets)) _ = text.Append(outlet).Append(" = ").Append(outlet).Append('\n');
        return AgencyTable.Parse(text.ToString());
    }

    private static bool IsName(string outlet) =>
        outlet.Length >= ShortestName && char.IsLetter(outlet[0]) && outlet.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '\'');
}
