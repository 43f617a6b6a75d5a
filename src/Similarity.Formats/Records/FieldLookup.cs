using System.Text;

namespace Similarity.Formats;

/// <summary>
/// Finds which fields of an article a property name stands for, without case, and for names in ASCII without making a string.
/// </summary>
internal sealed class FieldLookup
{
    private readonly (byte[] Name, Use[] Uses)[][] _byLength;

    public FieldLookup(FieldNames names)
    {
        (ArticleField Field, IReadOnlyList<string> Names)[] fields =
        [
            (ArticleField.Id, names.Id),
            (ArticleField.Outlet, names.Outlet),
            (ArticleField.Title, names.Title),
            (ArticleField.Body, names.Body),
            (ArticleField.Published, names.Published),
            (ArticleField.Url, names.Url),
            (ArticleField.Language, names.Language),
        ];
        var entries = fields
            .SelectMany(field => field.Names.Select((name, place) => (Name: name.ToLowerInvariant(), Use: new Use(field.Field, place))))
            .GroupBy(entry => entry.Name, entry => entry.Use, StringComparer.Ordinal)
            .Select(group => (Name: Encoding.UTF8.GetBytes(group.Key), Uses: group.ToArray()))
            .ToList();
        _byLength = new (byte[], Use[])[entries.Max(entry => entry.Name.Length) + 1][];
        for (var length = 0; length < _byLength.Length; length++)
        {
            _byLength[length] = [.. entries.Where(entry => entry.Name.Length == length)];
        }
    }

    /// <summary>What <paramref name="name"/> is used for; empty where it is none of ours.</summary>
    public Use[] this[ReadOnlySpan<byte> name]
    {
        get
        {
            if (name.Length >= _byLength.Length) return [];
            foreach (var (known, uses) in _byLength[name.Length])
            {
                if (Ascii.EqualsIgnoreCase(name, known) || IsSameBeyondAscii(name, known)) return uses;
            }
            return [];
        }
    }

    private static bool IsSameBeyondAscii(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) =>
        !Ascii.IsValid(known)
        && string.Equals(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(known), StringComparison.OrdinalIgnoreCase);

    /// <summary>A field, and the place of the name among the names of that field: the smaller is the better.</summary>
    internal readonly record struct Use(ArticleField Field, int Place);
}
